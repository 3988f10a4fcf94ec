package dev.latchkey.store;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which statements read a table from one end to the other, by what SQLite says of them when it
 * knows nothing of how much there is, as in the server. PostgreSQL has the same tables and indexes.
 */
final class WholeTables {
    /** Those that stay small whatever is stored: applications and keys, not people. */
    private static final Set<String> SMALL =
            Set.of("clients", "signing_keys", "hourly_figures", "figures_counted");

    private static final Pattern TABLE =
            Pattern.compile(
                    "\\b(?:FROM|JOIN|UPDATE|INTO)\\s+([a-z_]+)(?:\\s+(?:AS\\s+)?([a-z]+)\\b)?");
    private static final Pattern SCAN = Pattern.compile("SCAN ([a-z_]+)\\b.*");

    private WholeTables() {}

    /** Empty when there is none. A walk that ends by itself, at a LIMIT, is none. */
    static List<String> readBy(Iterable<String> statements, String sqlite) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var connection = DriverManager.getConnection(sqlite);
                var explaining = connection.createStatement()) {
            explaining.execute("ANALYZE");
            explaining.execute("DELETE FROM sqlite_stat1");
            explaining.execute("ANALYZE sqlite_schema");
            for (var text : statements) {
                var tables = tables(text);
                try (var row = explaining.executeQuery("EXPLAIN QUERY PLAN " + text)) {
                    while (row.next()) {
                        var scan = SCAN.matcher(row.getString("detail"));
                        if (scan.matches() && isLarge(tables.get(scan.group(1)), text)) {
                            found.add(scan.group() + ": " + text);
                        }
                    }
                }
            }
        }
        return found;
    }

    /** By their names and by what a statement calls them. */
    private static Map<String, String> tables(String text) {
        Map<String, String> tables = new HashMap<>();
        TABLE.matcher(text)
                .results()
                .forEach(match -> {
                    tables.put(match.group(1), match.group(1));
                    if (match.group(2) != null) {
                        tables.put(match.group(2), match.group(1));
                    }
                });
        return tables;
    }

    /** What a statement itself gathered first has a name that is no table's. */
    private static boolean isLarge(String table, String text) {
        return table != null
                && !SMALL.contains(table)
                && !Set.of("gone", "due", "n").contains(table)
                && !text.contains("LIMIT");
    }
}
