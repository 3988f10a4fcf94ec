package dev.latchkey.pages.admin;

import dev.latchkey.core.audit.AuditEntry;
import dev.latchkey.core.audit.ReadAuditLog.Format;
import dev.latchkey.core.audit.ReadAuditLog.Found;
import dev.latchkey.http.Json;
import dev.latchkey.http.Reply;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Events in a file to take along. Its name tells when, and whether there are older ones. */
record AuditFile(Found found, Instant at) {
    private static final List<Column> COLUMNS =
            List.of(
                    new Column("at", entry -> entry.event().at().toString()),
                    new Column("kind", entry -> entry.event().kind().name()),
                    new Column("actor", AuditEntry::actor),
                    new Column("actor_id", entry -> text(entry.event().actor())),
                    new Column("subject", AuditEntry::subject),
                    new Column("subject_id", entry -> text(entry.event().subject())),
                    new Column("organization", AuditEntry::organization),
                    new Column("organization_id", entry -> text(entry.event().organization())),
                    new Column("address", entry -> entry.event().origin().address()),
                    new Column("door", entry -> entry.event().origin().door()),
                    new Column("detail", entry -> entry.event().detail()),
                    new Column("user_agent", entry -> entry.event().origin().userAgent()),
                    new Column("request_id", entry -> entry.event().origin().requestId()),
                    new Column("id", entry -> entry.event().id().toString()));

    /** What is told of an event under one name. */
    private record Column(String name, Function<AuditEntry, @Nullable String> of) {}

    Reply in(Format format) {
        return switch (format) {
            case CSV -> reply("text/csv; charset=utf-8; header=present", "csv", csv());
            case JSON_LINES -> reply("application/jsonl", "jsonl", jsonLines());
        };
    }

    private Reply reply(String type, String ending, byte[] body) {
        var time = at.toString().replaceAll("[-:]|\\.\\d+", "");
        var rest = found.next() == null ? "" : "-newest-" + found.entries().size();
        return Reply.of(200, type, body)
                .with("Cache-Control", "no-store")
                .with(
                        "Content-Disposition",
                        "attachment; filename=\"audit-" + time + rest + "." + ending + "\"");
    }

    private byte[] jsonLines() {
        var all = new ByteArrayOutputStream();
        for (var entry : found.entries()) {
            Map<String, @Nullable String> members = new LinkedHashMap<>();
            COLUMNS.forEach(column -> members.put(column.name(), column.of().apply(entry)));
            all.writeBytes(Json.bytes(members));
            all.write('\n');
        }
        return all.toByteArray();
    }

    private byte[] csv() {
        var all = new StringBuilder();
        all.append(line(Column::name));
        for (var entry : found.entries()) {
            all.append(line(column -> CsvCell.of(column.of().apply(entry))));
        }
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(Function<Column, String> cell) {
        return COLUMNS.stream().map(cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static @Nullable String text(@Nullable Object id) {
        return Objects.toString(id, null);
    }
}
