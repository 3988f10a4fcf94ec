/**
 * How much happens: sign-ins, refusals, live sessions, by the hour.
 *
 * <p>Owns what is counted and when. Nothing is counted while somebody signs in: it is read from the
 * audit log afterwards.
 */
@NullMarked
package dev.latchkey.core.figure;

import org.jspecify.annotations.NullMarked;
