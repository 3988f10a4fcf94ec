/**
 * Passwords: what is allowed, how they are hashed, and that hashing never starves the rest.
 *
 * <p>Owns the policy and the queue. Leaves the algorithm to the crypto room.
 */
@NullMarked
package dev.latchkey.core.password;

import org.jspecify.annotations.NullMarked;
