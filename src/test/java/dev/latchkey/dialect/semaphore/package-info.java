/** Tests of Semaphore's API, over a socket, on a whole server. */
@NullMarked
package dev.latchkey.dialect.semaphore;

import org.jspecify.annotations.NullMarked;
