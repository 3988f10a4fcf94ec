/**
 * Aivo's API as its client sees it.
 *
 * <p>Owns every operation and status of seed 003, and what attackers try there.
 */
@NullMarked
package dev.latchkey.dialect.aivo;

import org.jspecify.annotations.NullMarked;
