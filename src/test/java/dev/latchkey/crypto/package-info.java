/** Known answers, forgeries and broken input for the crypto room. */
@NullMarked
package dev.latchkey.crypto;

import org.jspecify.annotations.NullMarked;
