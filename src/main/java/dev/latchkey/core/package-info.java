/**
 * The rules of the house, and the words they are told in.
 *
 * <p>Owns every decision about accounts, organizations, sessions and tokens. Knows no HTTP, no SQL
 * and no product.
 */
@NullMarked
package dev.latchkey.core;

import org.jspecify.annotations.NullMarked;
