package dev.latchkey.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;

@Tag("parts")
class PostgresTest {

    @Test
    void databases_are_fresh_and_durable() throws SQLException {
        String one = Postgres.shared().freshDatabase();
        String other = Postgres.shared().freshDatabase();

        assertThat(one).isNotEqualTo(other);
        assertThat(ask(one, "SHOW fsync")).isEqualTo("on");
    }

    @Test
    void a_killed_server_comes_back_with_what_was_committed() throws Exception {
        try (Postgres server = Postgres.own()) {
            String url = server.freshDatabase();
            ask(url, "CREATE TABLE kept AS SELECT 1 AS x; SELECT 1");

            server.kill();
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> ask(url, "SELECT 1"));
            server.start();

            assertThat(ask(url, "SELECT x FROM kept")).isEqualTo("1");
        }
    }

    private static String ask(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (ResultSet result = statement.getResultSet()) {
                result.next();
                return result.getString(1);
            }
        }
    }
}
