/**
 * Proofs of the NAP dialect against a whole server: every operation, every status, bad input,
 * attacks.
 */
@NullMarked
package dev.latchkey.dialect.nap;

import org.jspecify.annotations.NullMarked;
