package dev.latchkey.cli;

import dev.latchkey.config.ConfigLoader;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Types commands on one data folder. */
final class Terminal {

    /** What a command said, and how it ended. */
    record Said(int code, String out, String err) {
        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    private final Path folder;
    private final Map<String, String> settings = new HashMap<>();

    Terminal(Path folder) {
        this.folder = folder;
        settings.put("LATCHKEY_DATA_DIR", folder.resolve("data").toString());
        settings.put("LATCHKEY_PASSWORD_MEMORY_KIB", "1024");
        settings.put("LATCHKEY_PASSWORD_ITERATIONS", "1");
    }

    Terminal with(String name, String value) {
        var other = new Terminal(folder);
        other.settings.putAll(settings);
        other.settings.put(name, value);
        return other;
    }

    Said type(String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var code =
                Latchkey.commandLine(new ConfigLoader(settings, folder))
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .execute(words);
        return new Said(code, out.toString(), err.toString());
    }

    /** With a line on standard input. */
    Said typeWithPassword(String password, String... words) {
        var before = System.in;
        System.setIn(new ByteArrayInputStream((password + "\n").getBytes(StandardCharsets.UTF_8)));
        try {
            return type(words);
        } finally {
            System.setIn(before);
        }
    }
}
