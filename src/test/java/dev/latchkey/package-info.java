/** Tests of the whole: a server as it is started, from the outside. */
@NullMarked
package dev.latchkey;

import org.jspecify.annotations.NullMarked;
