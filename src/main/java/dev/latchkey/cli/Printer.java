package dev.latchkey.cli;

import dev.latchkey.http.Json;

import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes rows as a table for people or as JSON for programs. */
record Printer(PrintWriter out, boolean json) {

    /** Rows with the same names in the same order. */
    void rows(List<Map<String, @Nullable Object>> rows) {
        if (json) {
            out.println(new String(Json.bytes(rows), StandardCharsets.UTF_8));
        } else if (rows.isEmpty()) {
            out.println("(none)");
        } else {
            table(rows);
        }
        out.flush();
    }

    /** One thing with all that is known of it: a line each for people. */
    void one(Map<String, @Nullable Object> members) {
        done(
                members.entrySet().stream()
                        .filter(member -> member.getValue() != null)
                        .map(member -> member.getKey() + ": " + member.getValue())
                        .collect(Collectors.joining("\n")),
                members);
    }

    /** One thing that was made or done: a sentence for people, its members for programs. */
    void done(String sentence, Map<String, @Nullable Object> members) {
        out.println(json ? new String(Json.bytes(members), StandardCharsets.UTF_8) : sentence);
        out.flush();
    }

    private void table(List<Map<String, @Nullable Object>> rows) {
        List<String> names = new ArrayList<>(rows.getFirst().keySet());
        var widths =
                names.stream()
                        .mapToInt(name ->
                                Math.max(
                                        name.length(),
                                        rows.stream()
                                                .mapToInt(row -> cell(row.get(name)).length())
                                                .max()
                                                .orElse(0)))
                        .toArray();
        line(names, widths);
        rows.forEach(row -> line(names.stream().map(name -> cell(row.get(name))).toList(), widths));
    }

    private void line(List<String> cells, int[] widths) {
        var text = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            text.append(cells.get(i)).append(" ".repeat(widths[i] - cells.get(i).length() + 2));
        }
        out.println(text.toString().stripTrailing());
    }

    private static String cell(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }
}
