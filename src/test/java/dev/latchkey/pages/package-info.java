/** Tests of the pages room, over a socket against a whole server. */
@NullMarked
package dev.latchkey.pages;

import org.jspecify.annotations.NullMarked;
