/**
 * The API of Aivo, as its client {@code aivo_sdk} speaks it.
 *
 * <p>Owns its paths, its wire records and its error models. Leaves every rule to the core.
 */
@NullMarked
package dev.latchkey.dialect.aivo;

import org.jspecify.annotations.NullMarked;
