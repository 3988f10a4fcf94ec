/** Tests of questions to the DNS. */
@NullMarked
package dev.latchkey.dns;

import org.jspecify.annotations.NullMarked;
