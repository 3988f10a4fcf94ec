/**
 * What the operator decides: immutable {@link dev.latchkey.config.Config} records, and the loader
 * that makes them.
 *
 * <p>Owns the table of keys, their defaults and words, and reports every mistake at once. Opens no
 * database, makes no key and writes nothing; it does not know what the rest of the house does with
 * the values.
 */
@NullMarked
package dev.latchkey.config;

import org.jspecify.annotations.NullMarked;
