/** Modes, atomic appearance and races of private files. */
@NullMarked
package dev.latchkey.files;

import org.jspecify.annotations.NullMarked;
