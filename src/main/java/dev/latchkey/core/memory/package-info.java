/**
 * What a node remembers of the store so that it need not ask again, and how it forgets.
 *
 * <p>Owns that nothing read before a change outlives it. Leaves what is remembered to the rooms
 * that ask.
 */
@NullMarked
package dev.latchkey.core.memory;

import org.jspecify.annotations.NullMarked;
