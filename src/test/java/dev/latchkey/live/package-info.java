/**
 * Proves that unmodified Python clients, generated and released, get from a running server what
 * their documents say.
 *
 * <p>Owns the starting of the scripts in src/test/python/live, which drive the clients and judge
 * the answers.
 */
@NullMarked
package dev.latchkey.live;

import org.jspecify.annotations.NullMarked;
