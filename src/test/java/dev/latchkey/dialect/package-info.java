/**
 * Tests of the five APIs, over a socket, on a whole server.
 *
 * <p>Owns what their tests share: accounts and credentials made without a browser.
 */
@NullMarked
package dev.latchkey.dialect;

import org.jspecify.annotations.NullMarked;
