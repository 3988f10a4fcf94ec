package dev.latchkey.bench;

import java.util.List;
import java.util.function.IntFunction;

/**
 * A table to be filled.
 *
 * @param columns in the order of a row's values
 */
record ScaleTable(String name, String columns, IntFunction<Object[]> row) {

    /** In an order in which each row's table is there before those that refer to it. */
    static List<ScaleTable> of(ScaleRows rows) {
        return List.of(
                new ScaleTable(
                        "users",
                        "id, email, email_key, user_name, user_name_key, first_name, last_name,"
                                + " name_key, last_name_key, status, administrator,"
                                + " email_verified_at, password_hash, created_at, updated_at,"
                                + " last_login_at",
                        rows::user),
                new ScaleTable(
                        "members",
                        "organization_id, user_id, role, created_at, updated_at, last_used_at",
                        rows::member),
                new ScaleTable(
                        "sessions",
                        "id, user_id, user_number, organization_id, created_at, authenticated_at,"
                                + " method,"
                                + " expires_at, last_seen_at, address, user_agent, door,"
                                + " cookie_hash, refresh_hash, refresh_expires_at, refresh_used,"
                                + " principal",
                        rows::session));
    }

    int width() {
        return columns.split(",").length;
    }
}
