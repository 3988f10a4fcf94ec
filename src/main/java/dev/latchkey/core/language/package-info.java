/**
 * The languages people are spoken to in, and the sentences in each.
 *
 * <p>Owns the choice of a language and the bundles. Leaves what is said to the pages and mails.
 */
@NullMarked
package dev.latchkey.core.language;

import org.jspecify.annotations.NullMarked;
