/** Tests of the oidc room, over a socket against a whole server. */
@NullMarked
package dev.latchkey.oidc;

import org.jspecify.annotations.NullMarked;
