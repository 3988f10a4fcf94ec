package dev.latchkey.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;

/**
 * Writes when many rows were last used, in one statement: to begin one takes PostgreSQL more than
 * the change itself.
 */
final class Marks {
    private final Several update;

    /**
     * @param update a statement with {@code :marks}, rows of an identifier and a time
     */
    Marks(String update) {
        this.update = new Several(update, ":marks", "(:id#, :at#)");
    }

    /** In an order, so that two nodes that mark the same rows hardly ever wait in a circle. */
    <K> void write(Sql sql, Map<K, Instant> marks, Comparator<K> order) {
        var all = marks.entrySet().stream().sorted(Map.Entry.comparingByKey(order)).toList();
        if (!all.isEmpty()) {
            update.statement(
                            sql,
                            all,
                            (statement, number, mark) ->
                                    statement
                                            .bind("id" + number, mark.getKey())
                                            .bind("at" + number, mark.getValue()))
                    .execute();
        }
    }
}
