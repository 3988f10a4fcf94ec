package dev.latchkey.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the table of settings out, as the commented sample and as the page of the handbook. */
final class Handbook {
    private final List<Key<?>> keys = new Schema().keys();

    /** All of {@code latchkey.sample.yaml}: every setting commented out, showing its default. */
    String sample() {
        StringBuilder text =
                new StringBuilder(
                        """
                        # Settings of Latchkey. Copy this to latchkey.yaml, and uncomment what you change: each line
                        # shows the default, or an example where there is none. Every setting can also come from the
                        # environment, which wins: server.public-url is LATCHKEY_SERVER_PUBLIC_URL.
                        """);
        List<String> path = List.of();
        for (Key<?> key : keys) {
            List<String> parts = List.of(key.name().replace(".*", "").split("\\."));
            List<String> section = parts.subList(0, parts.size() - 1);
            openSection(text, path, section);
            path = section;
            // The first of a list's entry begins it.
            boolean first = key.isRepeated() && parts.getLast().equals("id");
            String indent = "  ".repeat(section.size() + (key.isRepeated() && !first ? 1 : 0));
            wrap(sentences(key), 96 - indent.length())
                    .forEach(line ->
                            text.append("#").append(indent).append("# ").append(line).append('\n'));
            text.append("#").append(indent).append(first ? "- " : "");
            text.append(parts.getLast()).append(": ");
            text.append(quoted(key)).append('\n');
        }
        return text.toString();
    }

    private static void openSection(StringBuilder text, List<String> before, List<String> section) {
        int same = 0;
        while (same < Math.min(before.size(), section.size())
                && before.get(same).equals(section.get(same))) {
            same++;
        }
        if (same == 0) {
            text.append("\n");
        }
        for (int i = same; i < section.size(); i++) {
            text.append("#").append("  ".repeat(i)).append(section.get(i)).append(":\n");
        }
    }

    private static String sentences(Key<?> key) {
        String none = key.standard().isEmpty() ? " No default; for example:" : "";
        return key.doc() + none;
    }

    private static String quoted(Key<?> key) {
        String value = key.standard().isEmpty() ? key.kind().example() : key.standard();
        if (key.kind().name().startsWith("a list")) {
            return "[" + quotedItems(value) + "]";
        }
        if (key.kind().name().startsWith("pairs")) {
            return "{" + value.replace("=", ": ") + "}";
        }
        return value.matches("[A-Za-z0-9./][A-Za-z0-9./:_-]*") ? value : '"' + value + '"';
    }

    private static String quotedItems(String value) {
        return List.of(value.split(", *")).stream()
                .map(item -> '"' + item + '"')
                .collect(Collectors.joining(", "));
    }

    /** All of {@code docs/configuration.md}. */
    String page() {
        StringBuilder text = new StringBuilder(INTRODUCTION);
        String section = "";
        for (Key<?> key : keys) {
            String first = key.name().substring(0, key.name().indexOf('.'));
            if (!first.equals(section)) {
                section = first;
                text.append("\n## ").append(section).append("\n\n");
                text.append("| setting | default | value | what it does |\n|---|---|---|---|\n");
            }
            text.append(row(key));
        }
        return text.toString();
    }

    private static String row(Key<?> key) {
        String standard = key.standard().isEmpty() ? "" : "`" + key.standard() + "`";
        return "| `%s`<br>`%s` | %s | %s | %s |\n"
                .formatted(
                        key.name().replace(".*", "[]"),
                        key.variable(),
                        escaped(standard),
                        escaped(key.kind().name()),
                        escaped(key.doc()));
    }

    private static String escaped(String text) {
        return text.replace("|", "\\|")
                .replace("<data.dir>", "`<data.dir>`")
                .replace("<server.port>", "`<server.port>`");
    }

    private static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static final String INTRODUCTION =
            """
            # Configuration

            Everything has a default: `./latchkey serve` needs no configuration. Settings come from one YAML file and from the
            environment; the environment wins.

            - **The file** is the one named by `--config`, else by `LATCHKEY_CONFIG`, else `latchkey.yaml` in the folder the
              server is started in, if there is one. `latchkey.sample.yaml` shows every setting; copy it and uncomment what you
              change. Dots are nesting: `server.port` is `port:` below `server:`.
            - **In the environment**, every setting is its name in upper case, dots and dashes turned into underscores, after
              `LATCHKEY_`. Lists are separated by commas, pairs written as `role=role,role=role`. An empty variable means the
              default.
            - **Providers** are a list in the file, each entry with an `id`. In the environment the id is a part of the name:
              `LATCHKEY_PROVIDERS_KEYCLOAK_ISSUER` is the `issuer` of the provider `keycloak`, whether the file has one or not;
              `LATCHKEY_PROVIDERS_MY_IDP_ISSUER` that of `my-idp`. `sign-in-with-a-provider.md` tells the rest.
            - **Secrets** can stand in files of their own: `database.password-file`, `mail.smtp.password-file`,
              `secret.key-file`, `apis.nap.api-keys-file` (one key a line). Blanks around the content do not count.
            - **Times** are written `500ms`, `10s`, `15m`, `24h`, `30d`. Relative paths are relative to the folder the server is
              started in, wherever the file is.
            - **Mistakes** are reported together, with the place of each, and the server ends with exit code 2. An unknown
              setting is a mistake, in the environment too. `LATCHKEY_CONFIG`, `LATCHKEY_JAVA_OPTS` (more options for the Java
              machine, read by the launcher) and `LATCHKEY_OUTBOX` (read by tests of clients) are no settings; the variables
              that Kubernetes and Docker make for a service named latchkey (`LATCHKEY_SERVICE_HOST`, `LATCHKEY_PORT_...`) are
              ignored.

            This page and the sample are written from the table in `dev.latchkey.config`; a test compares them
            (`mvn test -Dtest=HandbookTest -Dhandbook.fix=true` writes them anew).
            """;
}
