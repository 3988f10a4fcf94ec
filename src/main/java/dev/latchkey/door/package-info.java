/**
 * What every door of this server does alike: sorting failures, telling where a request came from,
 * the browser's session cookie.
 *
 * <p>Owns no path and no wording. Leaves both to the APIs, the pages and the OpenID provider, which
 * do not know each other.
 */
@NullMarked
package dev.latchkey.door;

import org.jspecify.annotations.NullMarked;
