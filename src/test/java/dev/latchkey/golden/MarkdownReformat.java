package dev.latchkey.golden;

import java.util.ArrayList;
import java.util.List;

/**
 * What a Markdown formatter did to Aivo's document after it was generated. Code fences stay as they
 * are.
 */
final class MarkdownReformat {
    private final List<String> lines = new ArrayList<>();
    private boolean fenced;

    private MarkdownReformat() {}

    static String of(String document) {
        var reformat = new MarkdownReformat();
        document.lines().forEach(reformat::add);
        return String.join("\n", reformat.lines).stripTrailing() + "\n";
    }

    private void add(String line) {
        if (line.startsWith("```")) {
            fenced = !fenced;
        } else if (!fenced) {
            addProse(prose(line));
            return;
        }
        lines.add(line);
    }

    private void addProse(String line) {
        var previous = lines.isEmpty() ? "" : lines.getLast();
        if (line.isEmpty() && previous.isEmpty()) {
            return;
        }
        if (line.startsWith("> ") && previous.startsWith("#")) {
            lines.add(">");
        }
        lines.add(line);
    }

    private static String prose(String line) {
        return line.replaceFirst("^( -|\\*) ", "- ")
                .replaceAll("\\*(https?://[^*]+)\\*", "*<$1>*")
                .stripTrailing();
    }
}
