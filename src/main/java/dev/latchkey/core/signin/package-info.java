/**
 * From a name and a password to a session: password sign-in, login flows, throttling.
 *
 * <p>Owns the order of the checks and every good ending. Leaves the session itself to its own room.
 */
@NullMarked
package dev.latchkey.core.signin;

import org.jspecify.annotations.NullMarked;
