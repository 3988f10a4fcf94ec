/**
 * NuExtract's authentication API.
 *
 * <p>Owns its wire records, its words for refusals, and the second names of the token resource.
 * Decides nothing.
 */
@NullMarked
package dev.latchkey.dialect.nuextract;

import org.jspecify.annotations.NullMarked;
