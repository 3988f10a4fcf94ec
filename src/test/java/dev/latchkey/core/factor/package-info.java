/**
 * The algorithms of second factors against their standards' own examples.
 *
 * <p>Owns no server: what needs one is tested in {@code factor}.
 */
@NullMarked
package dev.latchkey.core.factor;

import org.jspecify.annotations.NullMarked;
