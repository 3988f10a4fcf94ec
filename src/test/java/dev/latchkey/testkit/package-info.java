/**
 * What tests of several rooms need: configurations, a PostgreSQL of our own.
 *
 * <p>Real things only, started and stopped by the tests themselves; no mocks.
 */
@NullMarked
package dev.latchkey.testkit;

import org.jspecify.annotations.NullMarked;
