/**
 * The command line: one class a command, each a door onto the same use cases as the APIs.
 *
 * <p>Owns words, tables and exit codes (0 done, 1 refused or failed, 2 bad usage or settings).
 * Decides nothing.
 */
@NullMarked
package dev.latchkey.cli;

import org.jspecify.annotations.NullMarked;
