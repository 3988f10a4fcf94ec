/**
 * Algorithms: password hashing, sealing, signing keys and the tokens they sign.
 *
 * <p>Owns how bytes are hashed, sealed and signed. Leaves what is hashed, sealed and signed, and
 * for how long, to the core.
 */
@NullMarked
package dev.latchkey.crypto;

import org.jspecify.annotations.NullMarked;
