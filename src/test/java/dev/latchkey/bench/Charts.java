package dev.latchkey.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page of charts ({@code bench/results/index.html}) out of the tables in {@code bench/results}:
 * each ratio as a bar, with its spread.
 */
public final class Charts {
    private static final Path FOLDER = Path.of("bench/results");
    private static final Path FLAMES = Path.of("bench/flames");
    private static final Pattern SPREAD =
            Pattern.compile("([0-9.]+)(?: \\(([0-9.]+) to ([0-9.]+)\\))?");
    private static final int WIDTH = 420;
    private static final int ROW = 30;
    private static final int NAMES = 560;

    /** A ratio of one row. */
    private record Bar(String name, double median, double least, double most, String figures) {}

    private Charts() {}

    public static void main(String[] args) throws IOException {
        var page = new StringBuilder(HEAD).append(flames());
        try (var files = Files.list(FOLDER)) {
            var results =
                    files.filter(file -> file.toString().matches(".*/\\d.*\\.md"))
                            .sorted(Comparator.comparing(Charts::name).reversed())
                            .toList();
            for (var file : results) {
                page.append(section(file));
            }
        }
        Files.writeString(FOLDER.resolve("index.html"), page.append("</html>\n"));
    }

    /** Links to the flame graphs. */
    private static String flames() throws IOException {
        try (var files = Files.list(FLAMES)) {
            return files.map(file -> file.getFileName().toString().replace(".html", ""))
                    .sorted()
                    .map("<a href=\"../flames/%1$s.html\">%1$s</a>"::formatted)
                    .collect(Collectors.joining(", ", "<p>Where time goes: ", ".</p>\n"));
        }
    }

    private static String section(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        var bars = bars(lines);
        var said =
                lines.stream()
                        .filter(line -> !line.startsWith("|"))
                        .reduce("", (all, line) -> all + line + "\n");
        return "<h2>%s</h2>\n<p>%s</p>\n%s"
                .formatted(name(file), escaped(said), bars.isEmpty() ? "" : chart(bars));
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".md", "");
    }

    private static List<Bar> bars(List<String> lines) {
        var bars = new ArrayList<Bar>();
        for (var line : lines) {
            var cells = line.split("\\|");
            if (cells.length > 4) {
                var ratio = SPREAD.matcher(cells[4].strip());
                if (ratio.matches()) {
                    bars.add(bar(cells, ratio));
                }
            }
        }
        return bars;
    }

    private static Bar bar(String[] cells, Matcher ratio) {
        var median = Double.parseDouble(ratio.group(1));
        var least = ratio.group(2) == null ? median : Double.parseDouble(ratio.group(2));
        var most = ratio.group(3) == null ? median : Double.parseDouble(ratio.group(3));
        var figures = cells[2].strip() + " against " + cells[3].strip();
        return new Bar(cells[1].strip().replace("`", ""), median, least, most, figures);
    }

    /** Ratios up to 2 on one scale; those beyond it reach its end, and their figure tells. */
    private static String chart(List<Bar> bars) {
        var svg = new StringBuilder();
        svg.append(
                "<svg role=\"img\" viewBox=\"0 0 %d %d\">%n"
                        .formatted(NAMES + WIDTH + 90, bars.size() * ROW + 10));
        for (int i = 0; i < bars.size(); i++) {
            svg.append(row(bars.get(i), i * ROW));
        }
        return svg.append(
                        "<line class=\"one\" x1=\"%1$d\" x2=\"%1$d\" y1=\"0\" y2=\"%2$d\"/>%n</svg>%n"
                                .formatted(NAMES + at(1), bars.size() * ROW))
                .toString();
    }

    private static String row(Bar bar, int y) {
        return String.format(
                Locale.ROOT,
                """
                <g><title>%1$s: %2$s</title>
                <text x="%3$d" y="%4$d" text-anchor="end">%1$s</text>
                <rect x="%5$d" y="%6$d" width="%7$d" height="16"/>
                <line class="spread" x1="%8$d" x2="%9$d" y1="%10$d" y2="%10$d"/>
                <text x="%11$d" y="%4$d">%12$.2f</text></g>
                """,
                escaped(bar.name()),
                escaped(bar.figures()),
                NAMES - 8,
                y + 19,
                NAMES,
                y + 6,
                at(bar.median()),
                NAMES + at(bar.least()),
                NAMES + at(bar.most()),
                y + 14,
                NAMES + at(Math.max(bar.median(), bar.most())) + 8,
                bar.median());
    }

    private static int at(double ratio) {
        return (int) (Math.min(ratio, 2) / 2 * WIDTH);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static final String HEAD =
            """
            <!DOCTYPE html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Latchkey, measured</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
            svg { width: 100%; height: auto; font-size: 13px; fill: currentColor; }
            rect { fill: #2f6fdb; }
            .spread { stroke: currentColor; stroke-width: 2; }
            .one { stroke: currentColor; stroke-dasharray: 3 4; }
            </style>
            <h1>Latchkey, measured</h1>
            <p>Each bar is a ratio within one run on one machine: what this server did, over what it was compared with.
            The line across its end is the spread of the rounds; the dashed line is 1.</p>
            """;
}
