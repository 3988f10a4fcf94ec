/**
 * Proves that each published OpenAPI description yields the founding document it stands for.
 *
 * <p>Owns the generator run and the comparison; knows nothing of a running server.
 */
@NullMarked
package dev.latchkey.golden;

import org.jspecify.annotations.NullMarked;
