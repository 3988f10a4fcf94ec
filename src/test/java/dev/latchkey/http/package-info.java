/** Tests of the door, over raw sockets. */
@NullMarked
package dev.latchkey.http;

import org.jspecify.annotations.NullMarked;
