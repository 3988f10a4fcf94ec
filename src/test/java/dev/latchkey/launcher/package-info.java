/** Tests of the {@code latchkey} script, with pretended Javas and a pretended Maven around it. */
@NullMarked
package dev.latchkey.launcher;

import org.jspecify.annotations.NullMarked;
