/** A room with holes in its walls, for {@code WallsTest} to find. */
@NullMarked
package dev.latchkey.architecture.crooked.pages.admin;

import org.jspecify.annotations.NullMarked;
