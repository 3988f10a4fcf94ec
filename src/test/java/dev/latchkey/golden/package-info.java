/**
 * Proves that each published OpenAPI description yields the founding document it stands for.
 *
 * <p>Owns the generator run and the comparison. Of a running server it asks only whether it serves
 * the same files.
 */
@NullMarked
package dev.latchkey.golden;

import org.jspecify.annotations.NullMarked;
