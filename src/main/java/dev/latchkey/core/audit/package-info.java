/**
 * What happened, by whom, from where.
 *
 * <p>Owns the catalogue of events. Leaves reading them to the doors.
 */
@NullMarked
package dev.latchkey.core.audit;

import org.jspecify.annotations.NullMarked;
