package dev.latchkey.cli;

import dev.latchkey.Backend;
import dev.latchkey.core.audit.AuditEntry;
import dev.latchkey.core.audit.AuditPlace;
import dev.latchkey.core.audit.AuditWish;
import dev.latchkey.core.audit.ReadAuditLog;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

@Command(
        name = "audit",
        description = "What happened, by whom, from where.",
        mixinStandardHelpOptions = true,
        subcommands = {AuditCommands.ListSome.class})
final class AuditCommands extends Group {

    @Command(
            name = "list",
            description = "Shows events, newest first: those that fit every option given.")
    static final class ListSome extends Errand {
        @Option(names = "--kind", defaultValue = "", description = "For example SIGNED_IN.")
        private String kind;

        @Option(
                names = "--user",
                defaultValue = "",
                description = "Who did it or whom it concerns: email, user name or id.")
        private String user;

        @Option(names = "--org", defaultValue = "", description = "Slug or id.")
        private String organization;

        @Option(
                names = "--address",
                defaultValue = "",
                description = "An IP address; 'local' is the command line.")
        private String address;

        @Option(
                names = "--from",
                defaultValue = "",
                description = "A day (2026-11-22) or a time of UTC (2026-11-22T10:00).")
        private String from;

        @Option(
                names = "--until",
                defaultValue = "",
                description = "The same; a day is meant to its end.")
        private String until;

        @Option(
                names = "--limit",
                defaultValue = "100",
                description = "How many at the most; ${DEFAULT-VALUE} when left out.")
        private int limit;

        @Override
        void run(Backend backend, Names names, Printer out) {
            var log = backend.core().administration.readAuditLog;
            var wish = new AuditWish(kind, user, organization, address, from, until);
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            AuditPlace next = null;
            do {
                var size = Math.min(limit - rows.size(), ReadAuditLog.LONGEST_PAGE);
                var found = log.page(wish, next == null ? "" : next.text(), size, null);
                found.entries().forEach(entry -> rows.add(row(entry)));
                next = found.next();
            } while (next != null && rows.size() < limit);
            out.rows(rows);
        }

        private static Map<String, @Nullable Object> row(AuditEntry entry) {
            var event = entry.event();
            var origin = event.origin();
            return Rows.of(
                    "at", event.at(),
                    "kind", event.kind(),
                    "actor", entry.actor() != null ? entry.actor() : orNull(event.actor()),
                    "subject", entry.subject() != null ? entry.subject() : orNull(event.subject()),
                    "organization",
                            entry.organization() != null
                                    ? entry.organization()
                                    : orNull(event.organization()),
                    "address", origin.address(),
                    "door", origin.door(),
                    "detail", event.detail(),
                    "requestId", origin.requestId(),
                    "id", event.id());
        }

        private static @Nullable String orNull(@Nullable Object id) {
            return id == null ? null : id.toString();
        }
    }
}
