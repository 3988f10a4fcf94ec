/**
 * The command line as somebody at a terminal, or a script, sees it.
 *
 * <p>Owns words, JSON and exit codes. What the use cases do is tested beside them.
 */
@NullMarked
package dev.latchkey.cli;

import org.jspecify.annotations.NullMarked;
