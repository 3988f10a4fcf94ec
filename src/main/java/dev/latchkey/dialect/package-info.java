/**
 * The five APIs, one folder each: they turn wire records into use cases' commands and answers back,
 * and decide nothing.
 *
 * <p>This folder owns what several of them share: cookies, browser sign-ins, the tidying of fields.
 */
@NullMarked
package dev.latchkey.dialect;

import org.jspecify.annotations.NullMarked;
