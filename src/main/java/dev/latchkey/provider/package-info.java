/**
 * The kinds of other people's sign-in servers: OpenID Connect, and plain OAuth 2 with a user-info
 * address. A kind is one {@link dev.latchkey.core.federation.Provider} here.
 *
 * <p>Owns what is asked of them and what of their answers is believed. Leaves accounts, links and
 * sessions to the core, and the way of the browser to the doors.
 */
@NullMarked
package dev.latchkey.provider;

import org.jspecify.annotations.NullMarked;
