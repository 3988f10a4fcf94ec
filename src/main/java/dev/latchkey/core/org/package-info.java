/**
 * Organizations, who belongs to them in which role, and invitations into them.
 *
 * <p>Owns membership and who may join. Leaves accounts and sessions to their own rooms.
 */
@NullMarked
package dev.latchkey.core.org;

import org.jspecify.annotations.NullMarked;
