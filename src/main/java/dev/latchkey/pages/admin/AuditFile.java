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
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Events in a file to take along. Its name tells when, and whether there are older ones. */
record AuditFile(Found found, Instant at) {

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
            all.writeBytes(Json.bytes(columns(entry)));
            all.write('\n');
        }
        return all.toByteArray();
    }

    private byte[] csv() {
        var all = new StringBuilder();
        all.append(
                "at,kind,actor,actor_id,subject,subject_id,organization,organization_id,"
                        + "address,door,detail,user_agent,request_id,id\r\n");
        for (var entry : found.entries()) {
            all.append(
                            columns(entry).values().stream()
                                    .map(CsvCell::of)
                                    .collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, @Nullable String> columns(AuditEntry entry) {
        var event = entry.event();
        var origin = event.origin();
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        all.put("at", event.at().toString());
        all.put("kind", event.kind().name());
        all.put("actor", entry.actor());
        all.put("actor_id", text(event.actor()));
        all.put("subject", entry.subject());
        all.put("subject_id", text(event.subject()));
        all.put("organization", entry.organization());
        all.put("organization_id", text(event.organization()));
        all.put("address", origin.address());
        all.put("door", origin.door());
        all.put("detail", event.detail());
        all.put("user_agent", origin.userAgent());
        all.put("request_id", origin.requestId());
        all.put("id", event.id().toString());
        return all;
    }

    private static @Nullable String text(@Nullable Object id) {
        return Objects.toString(id, null);
    }
}
