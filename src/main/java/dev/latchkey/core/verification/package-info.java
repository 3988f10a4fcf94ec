/**
 * Proof that an email address is its account's.
 *
 * <p>Owns verification tokens and their mails. Leaves sending to the mail room.
 */
@NullMarked
package dev.latchkey.core.verification;

import org.jspecify.annotations.NullMarked;
