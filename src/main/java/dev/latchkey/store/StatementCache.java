package dev.latchkey.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps one connection's prepared statements, since SQLite's driver keeps none and preparing costs
 * more than running. The texts are all ours, so there are few. Used by one thread at a time.
 */
final class StatementCache implements Preparing {
    private final Map<String, PreparedStatement> idle = new HashMap<>();

    @Override
    public PreparedStatement take(Connection connection, String text) throws SQLException {
        var kept = idle.remove(text);
        return kept == null ? connection.prepareStatement(text) : kept;
    }

    /** Of two with the same text that ran within each other, one is enough. */
    @Override
    public void giveBack(String text, PreparedStatement statement, boolean usable)
            throws SQLException {
        if (!usable) {
            statement.close();
            return;
        }
        statement.clearParameters();
        var other = idle.put(text, statement);
        if (other != null) {
            other.close();
        }
    }
}
