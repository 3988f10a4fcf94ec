/**
 * Semaphore UI's authentication API.
 *
 * <p>Owns its wire records, its cookie and its words for refusals. Decides nothing.
 */
@NullMarked
package dev.latchkey.dialect.semaphore;

import org.jspecify.annotations.NullMarked;
