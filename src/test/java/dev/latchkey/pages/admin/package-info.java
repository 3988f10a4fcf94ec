/** Tests of the administration's pages, over a socket. */
@NullMarked
package dev.latchkey.pages.admin;

import org.jspecify.annotations.NullMarked;
