package dev.latchkey.bench;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A table to be filled.
 *
 * @param columns in the order of a row's values
 * @param keyedByHash its first column is a key without order
 */
record ScaleTable(String name, String columns, boolean keyedByHash, IntFunction<Object[]> row) {

    /** In an order in which each row's table is there before those that refer to it. */
    static List<ScaleTable> of(ScaleRows rows) {
        return List.of(
                new ScaleTable(
                        "users",
                        "id, email, email_key, user_name, user_name_key, first_name, last_name,"
                                + " name_key, last_name_key, status, administrator,"
                                + " email_verified_at, password_hash, created_at, updated_at,"
                                + " last_login_at",
                        false,
                        rows::user),
                new ScaleTable(
                        "members",
                        "organization_id, user_id, role, created_at, updated_at, last_used_at",
                        false,
                        rows::member),
                new ScaleTable(
                        "sessions",
                        "id, user_id, organization_id, created_at, authenticated_at, method,"
                                + " expires_at, last_seen_at, address, user_agent, door",
                        false,
                        rows::session),
                new ScaleTable("session_cookies", "hash, session_id", true, rows::cookie),
                new ScaleTable(
                        "refresh_tokens",
                        "hash, session_id, created_at, expires_at",
                        true,
                        rows::refreshToken));
    }

    int width() {
        return columns.split(",").length;
    }

    /**
     * The numbers of all rows in the order of their keys: so a tree is filled from left to right.
     */
    IntStream byKey(int count) {
        return keyedByHash ? byHash(count) : IntStream.range(0, count);
    }

    /** By the hash's first 40 bits: the rest hardly matters. A number has the other 24. */
    private IntStream byHash(int count) {
        var keys = new long[count];
        Arrays.setAll(
                keys,
                number ->
                        ByteBuffer.wrap((byte[]) row.apply(number)[0]).getLong() & ~0xFF_FFFFL
                                | number);
        for (int i = 0; i < count; i++) {
            keys[i] ^= Long.MIN_VALUE;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) (key & 0xFF_FFFF));
    }
}
