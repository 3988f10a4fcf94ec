/** Tests of what accounts are called. */
@NullMarked
package dev.latchkey.core.account;

import org.jspecify.annotations.NullMarked;
