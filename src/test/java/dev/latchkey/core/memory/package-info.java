/** Tests of what a node remembers, and of how exactly it forgets. */
@NullMarked
package dev.latchkey.core.memory;

import org.jspecify.annotations.NullMarked;
