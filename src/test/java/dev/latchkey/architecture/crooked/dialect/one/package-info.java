/** A room with holes in its walls, for {@code WallsTest} to find. */
@NullMarked
package dev.latchkey.architecture.crooked.dialect.one;

import org.jspecify.annotations.NullMarked;
