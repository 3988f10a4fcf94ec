/**
 * Files that only this server's account may read, written so that a crash leaves the whole of them
 * or nothing.
 *
 * <p>Owns how such files are put on disk. Knows nothing of what is in them.
 */
@NullMarked
package dev.latchkey.files;

import org.jspecify.annotations.NullMarked;
