/**
 * Asks the DNS, with what the JDK has for it.
 *
 * <p>Owns how long that may take and what an answer is. What it means is for the core to say.
 */
@NullMarked
package dev.latchkey.dns;

import org.jspecify.annotations.NullMarked;
