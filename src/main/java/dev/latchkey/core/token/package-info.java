/**
 * Secrets: how they look, how they are kept as hashes; and the API tokens users make for
 * themselves.
 *
 * <p>Owns the format of every opaque token. Leaves signed tokens to the session room.
 */
@NullMarked
package dev.latchkey.core.token;

import org.jspecify.annotations.NullMarked;
