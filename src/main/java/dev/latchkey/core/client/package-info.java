/**
 * Applications that sign people in here: OpenID clients, how they prove who they are, and what
 * people let them know (RFC 6749, section 2; OpenID Connect Core 1.0, section 3.1.2.4).
 *
 * <p>Owns the registry, client secrets and consent. Leaves codes and tokens to the code room.
 */
@NullMarked
package dev.latchkey.core.client;

import org.jspecify.annotations.NullMarked;
