/**
 * Authorization codes of our own OpenID provider, and what clients get for them (RFC 6749, RFC
 * 7636, RFC 9700).
 *
 * <p>Owns the single use of codes, the grants they give, and the rotation of clients' refresh
 * tokens. Leaves the messages to the OpenID door, the registry to the client room.
 */
@NullMarked
package dev.latchkey.core.code;

import org.jspecify.annotations.NullMarked;
