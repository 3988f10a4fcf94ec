/**
 * The administration on hosted pages: a {@link dev.latchkey.pages.Section} for each entry of its
 * menu.
 *
 * <p>Owns what an administrator reads. Whether somebody is one is for the core to say, in the use
 * cases, which the command line has too.
 */
@NullMarked
package dev.latchkey.pages.admin;

import org.jspecify.annotations.NullMarked;
