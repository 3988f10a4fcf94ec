/**
 * The door: an HTTP/1.1 server on Netty, and the words the rest of the house uses for a request and
 * its answer.
 *
 * <p>Owns framing, limits, time-outs, routing, and security headers. Knows no product, no user and
 * no database.
 */
@NullMarked
package dev.latchkey.http;

import org.jspecify.annotations.NullMarked;
