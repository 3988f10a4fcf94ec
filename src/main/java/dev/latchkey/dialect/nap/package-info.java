/**
 * The API of the NBRGLM Auth Platform, as its client {@code auth_platform_py_sdk} speaks it.
 *
 * <p>Owns its paths, its wire records and its error model. Leaves every rule to the core.
 */
@NullMarked
package dev.latchkey.dialect.nap;

import org.jspecify.annotations.NullMarked;
