/**
 * Signing in through a provider: the sealed step, the identity that comes back, the account it
 * belongs to.
 *
 * <p>Owns linking and creation of accounts by identity. Leaves protocols to the doors.
 */
@NullMarked
package dev.latchkey.core.federation;

import org.jspecify.annotations.NullMarked;
