/**
 * Small parts of the core that need no server to be tested.
 *
 * <p>Owns no use case: those are tested through the doors.
 */
@NullMarked
package dev.latchkey.core;

import org.jspecify.annotations.NullMarked;
