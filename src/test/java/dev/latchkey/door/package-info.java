/** Tests of what every door shares. */
@NullMarked
package dev.latchkey.door;

import org.jspecify.annotations.NullMarked;
