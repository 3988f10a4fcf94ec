/**
 * Who somebody is: users, their emails and names, how accounts begin and end.
 *
 * <p>Owns sign-up and the account's state. Leaves passwords, sessions and memberships to their own
 * rooms.
 */
@NullMarked
package dev.latchkey.core.account;

import org.jspecify.annotations.NullMarked;
