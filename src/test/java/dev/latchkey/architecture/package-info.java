/**
 * The checks of the house itself: form, walls, sizes; and beside each a canary, which shows that it
 * can fail.
 */
@NullMarked
package dev.latchkey.architecture;

import org.jspecify.annotations.NullMarked;
