/**
 * Hashing of passwords.
 *
 * <p>Owns no server: what a right password opens is tested in the doors.
 */
@NullMarked
package dev.latchkey.core.password;

import org.jspecify.annotations.NullMarked;
