/** Tests of Trieve's API, over a socket, on a whole server. */
@NullMarked
package dev.latchkey.dialect.trieve;

import org.jspecify.annotations.NullMarked;
