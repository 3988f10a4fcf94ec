/**
 * Second factors: one-time codes of an authenticator app, recovery codes, passkeys; who needs one,
 * and whether one was proven.
 *
 * <p>Owns enrolment, proof and removal. Leaves what a sign-in becomes to its own room, and the
 * cryptography of passkeys to the crypto room.
 */
@NullMarked
package dev.latchkey.core.factor;

import org.jspecify.annotations.NullMarked;
