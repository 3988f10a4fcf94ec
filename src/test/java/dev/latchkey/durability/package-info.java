/**
 * What was answered with 2xx is on disk, whatever happens to the process.
 *
 * <p>Owns storms and kills. The store's own rules are tested beside the store.
 */
@NullMarked
package dev.latchkey.durability;

import org.jspecify.annotations.NullMarked;
