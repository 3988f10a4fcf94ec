/**
 * The five APIs, one folder each: they turn wire records into use cases' commands and answers back,
 * and decide nothing.
 *
 * <p>This folder owns what all of them share: how failures are sorted, and where a request came
 * from.
 */
@NullMarked
package dev.latchkey.dialect;

import org.jspecify.annotations.NullMarked;
