/** Tests of signing in at other people's providers. Owns nothing. */
@NullMarked
package dev.latchkey.provider;

import org.jspecify.annotations.NullMarked;
