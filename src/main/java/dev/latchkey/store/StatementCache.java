package dev.latchkey.store;

import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Keeps one connection's prepared statements, since SQLite's driver keeps none and preparing costs
 * more than running. The texts are all ours, so there are few. Used by one thread at a time.
 */
final class StatementCache implements StatementBuilder {
    private final Map<String, PreparedStatement> idle = new HashMap<>();

    /** JDBI names a statement by another text at its end than at its start. */
    private final IdentityHashMap<Statement, String> texts = new IdentityHashMap<>();

    @Override
    public Statement create(Connection connection, StatementContext context) throws SQLException {
        return connection.createStatement();
    }

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context)
            throws SQLException {
        var kept = idle.remove(sql);
        return kept == null ? prepare(connection, sql) : kept;
    }

    private PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        var prepared = connection.prepareStatement(sql);
        texts.put(prepared, sql);
        return prepared;
    }

    @Override
    public CallableStatement createCall(Connection connection, String sql, StatementContext context)
            throws SQLException {
        return connection.prepareCall(sql);
    }

    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        var text = texts.get(statement);
        if (text == null) {
            statement.close();
        } else if (statement instanceof PreparedStatement prepared) {
            keep(text, prepared);
        }
    }

    /** Of two with the same text that ran within each other, one is enough. */
    private void keep(String text, PreparedStatement prepared) throws SQLException {
        prepared.clearParameters();
        prepared.clearBatch();
        var other = idle.put(text, prepared);
        if (other != null) {
            texts.remove(other);
            other.close();
        }
    }
}
