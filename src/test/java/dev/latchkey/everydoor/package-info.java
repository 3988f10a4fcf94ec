/**
 * One account, every door: what is made through one API works through the others, and what ends in
 * one ends in all.
 *
 * <p>Owns the tests that go through several APIs. Each API's own behaviour is tested beside it.
 */
@NullMarked
package dev.latchkey.everydoor;

import org.jspecify.annotations.NullMarked;
