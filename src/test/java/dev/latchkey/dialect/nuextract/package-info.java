/** Tests of NuExtract's API, over a socket, on a whole server. */
@NullMarked
package dev.latchkey.dialect.nuextract;

import org.jspecify.annotations.NullMarked;
