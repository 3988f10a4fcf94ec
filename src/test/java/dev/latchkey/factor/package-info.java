/**
 * Second factors at a real server: enrolment, sign-in, and every way around them.
 *
 * <p>Owns the attacks. Leaves the looks to the tests of the pages.
 */
@NullMarked
package dev.latchkey.factor;

import org.jspecify.annotations.NullMarked;
