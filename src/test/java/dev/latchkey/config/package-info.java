/** Tests of the settings, and the makers of the sample and the handbook page. */
@NullMarked
package dev.latchkey.config;

import org.jspecify.annotations.NullMarked;
