/**
 * What administrators do to other people's accounts: find, look at, make; end what is signed in.
 *
 * <p>Owns who may, and that it is written down who did. What it does is the rules of the other
 * capabilities; organizations, clients and keys have theirs at home.
 */
@NullMarked
package dev.latchkey.core.admin;

import org.jspecify.annotations.NullMarked;
