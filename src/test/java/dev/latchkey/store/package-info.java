/**
 * One contract for every store, run on both engines.
 *
 * <p>Owns the proof that the engines do the same. Leaves the rules to the core's own tests.
 */
@NullMarked
package dev.latchkey.store;

import org.jspecify.annotations.NullMarked;
