/**
 * Measures a server beside what it is compared with, in one run on one machine.
 *
 * <p>Owns the harness; results and how to read them are in the folder {@code bench}. No test fails
 * on a time.
 */
@NullMarked
package dev.latchkey.bench;

import org.jspecify.annotations.NullMarked;
