/**
 * SQL behind the core's store interfaces, on SQLite and on PostgreSQL, with the same migrations.
 *
 * <p>Owns rows, transactions and how nodes hear of each other's changes. Leaves every rule to the
 * core.
 */
@NullMarked
package dev.latchkey.store;

import org.jspecify.annotations.NullMarked;
