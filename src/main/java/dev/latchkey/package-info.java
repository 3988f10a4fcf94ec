/**
 * From arguments to a listening server: {@code Main} reads them, and the wiring constructs
 * everything, in plain sight.
 *
 * <p>The only place that knows every room. Decides no rule and answers no request by itself.
 */
@NullMarked
package dev.latchkey;

import org.jspecify.annotations.NullMarked;
