package dev.latchkey.store;

import dev.latchkey.core.audit.AuditPlace;
import dev.latchkey.core.audit.AuditSearch;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statement for a search in the audit log. Only what is asked for stands in it, so that the
 * engine takes the index on just that, which is in the order of time already.
 */
record SqlAuditSearch(AuditSearch search, @Nullable AuditPlace before, int limit) {
    private static final String ORDER = " ORDER BY at DESC, id DESC LIMIT :limit";

    /** The names are looked up for the rows of the page alone. */
    String text() {
        return """
        SELECT e.*, a.email AS actor_email, s.email AS subject_email, o.name AS organization_name
          FROM (%s) e
          LEFT JOIN users a ON a.id = e.actor_id
          LEFT JOIN users s ON s.id = e.subject_id
          LEFT JOIN organizations o ON o.id = e.organization_id
         ORDER BY e.at DESC, e.id DESC
        """
                .formatted(search.user() == null ? rows(conditions()) : ofUser());
    }

    /** Two walks along two indexes, each no longer than the page, instead of an OR. */
    private String ofUser() {
        var both =
                Stream.of("actor_id", "subject_id")
                        .map(column -> {
                            var all = conditions();
                            all.add(column + " = :user");
                            return "SELECT * FROM (" + rows(all) + ") " + column + "s";
                        })
                        .collect(Collectors.joining(" UNION "));
        return "SELECT * FROM (" + both + ") both_walks" + ORDER;
    }

    private static String rows(List<String> conditions) {
        var where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return "SELECT * FROM audit_events" + where + ORDER;
    }

    private List<String> conditions() {
        var all = new ArrayList<String>();
        addIf(all, search.kind(), "kind = :kind");
        addIf(all, search.organization(), "organization_id = :organization");
        addIf(all, search.address(), "address = :address");
        addIf(all, search.from(), "at >= :from");
        addIf(all, search.until(), "at < :until");
        addIf(all, before, "(at, id) < (:at, :id)");
        return all;
    }

    private static void addIf(List<String> all, @Nullable Object wish, String condition) {
        if (wish != null) {
            all.add(condition);
        }
    }

    Statement in(Sql sql) {
        return bound(sql.statement(text()));
    }

    Statement bound(Statement statement) {
        statement.bind("limit", limit);
        bindIf(statement, "kind", search.kind());
        bindIf(statement, "user", search.user());
        bindIf(statement, "organization", search.organization());
        bindIf(statement, "address", search.address());
        bindIf(statement, "from", search.from());
        bindIf(statement, "until", search.until());
        if (before != null) {
            statement.bind("at", before.at()).bind("id", before.id());
        }
        return statement;
    }

    private static void bindIf(Statement statement, String name, @Nullable Object value) {
        if (value != null) {
            statement.bind(name, value);
        }
    }
}
