/**
 * Brings messages to people: the sealed queue's writer, the courier that empties it, and the ways
 * of delivery.
 *
 * <p>Owns retries and the form of a message. Leaves what is said, and to whom, to the core.
 */
@NullMarked
package dev.latchkey.mail;

import org.jspecify.annotations.NullMarked;
