package dev.latchkey.testkit;

import dev.latchkey.config.Config;
import dev.latchkey.config.ConfigLoader;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Configurations for tests, made by the real loader. */
public final class TestConfig {
    private TestConfig() {}

    /** Any free port, data below {@code folder}, hashes that take a millisecond. */
    public static Config in(Path folder) {
        return in(folder, Map.of());
    }

    /** The same with settings by their dotted names, which win. */
    public static Config in(Path folder, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>();
        all.put("server.port", "0");
        all.put("data.dir", folder.resolve("data").toString());
        all.put("password.memory-kib", "1024");
        all.put("password.iterations", "1");
        all.putAll(settings);
        return new ConfigLoader(variables(all), folder).load(null);
    }

    /** What to put into the environment of a server to say the same. */
    public static Map<String, String> variables(Map<String, String> settings) {
        Map<String, String> variables = new HashMap<>();
        settings.forEach((name, value) ->
                variables.put(
                        "LATCHKEY_" + name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"),
                        value));
        return variables;
    }
}
