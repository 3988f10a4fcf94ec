/**
 * Keys of this server: signing keys with their life, and the sealing of what leaves and comes back.
 *
 * <p>Owns which key signs when. Leaves the algorithms to the crypto room.
 */
@NullMarked
package dev.latchkey.core.key;

import org.jspecify.annotations.NullMarked;
