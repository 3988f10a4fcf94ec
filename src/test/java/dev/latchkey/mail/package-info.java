/** Letters from the queue to a real mail server in the process, and to the outbox. */
@NullMarked
package dev.latchkey.mail;

import org.jspecify.annotations.NullMarked;
