/**
 * Sessions, the tokens that carry them, their refreshing, checking and ending.
 *
 * <p>Owns what a credential is worth right now. Leaves how somebody earned a session to the sign-in
 * room.
 */
@NullMarked
package dev.latchkey.core.session;

import org.jspecify.annotations.NullMarked;
