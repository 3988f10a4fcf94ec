/**
 * What sessions are called.
 *
 * <p>Owns no server: what sessions open is tested in the doors.
 */
@NullMarked
package dev.latchkey.core.session;

import org.jspecify.annotations.NullMarked;
