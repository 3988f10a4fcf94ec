/**
 * Authorization codes of our own OpenID provider (RFC 6749, RFC 7636).
 *
 * <p>Owns their single use and what they give. Leaves the messages to the OpenID door.
 */
@NullMarked
package dev.latchkey.core.code;

import org.jspecify.annotations.NullMarked;
