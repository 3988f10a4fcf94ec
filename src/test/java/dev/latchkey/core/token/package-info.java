/**
 * The form of tokens.
 *
 * <p>Owns no server: what tokens open is tested in the doors.
 */
@NullMarked
package dev.latchkey.core.token;

import org.jspecify.annotations.NullMarked;
