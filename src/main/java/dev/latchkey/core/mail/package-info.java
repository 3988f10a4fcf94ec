/**
 * Messages to people, queued in the same transaction as what caused them.
 *
 * <p>Owns the wording's data and the queue. Leaves delivery to the mail room.
 */
@NullMarked
package dev.latchkey.core.mail;

import org.jspecify.annotations.NullMarked;
