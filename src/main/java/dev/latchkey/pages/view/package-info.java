/**
 * What the templates show, one record for each page: text as it was typed or stored, not yet
 * escaped.
 *
 * <p>Owns nothing but shape. The templates escape, the pages decide.
 */
@NullMarked
package dev.latchkey.pages.view;

import org.jspecify.annotations.NullMarked;
