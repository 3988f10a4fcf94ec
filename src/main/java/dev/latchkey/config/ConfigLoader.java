package dev.latchkey.config;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the {@link Config} from one YAML file and the environment, which wins.
 *
 * @param environment all variables; those that begin with {@code LATCHKEY_} count
 * @param directory what relative paths are relative to, and where {@code latchkey.yaml} is looked
 *     for
 */
public record ConfigLoader(Map<String, String> environment, Path directory) {

    /** Of this process. */
    public static ConfigLoader ofProcess() {
        return new ConfigLoader(System.getenv(), Path.of("").toAbsolutePath());
    }

    /**
     * @param file as named on the command line, or null for {@code LATCHKEY_CONFIG}, else {@code
     *     latchkey.yaml} if there is one
     * @throws ConfigProblems with every mistake there is
     */
    public Config load(@Nullable Path file) {
        Schema schema = new Schema();
        Map<String, Given> given = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        Path chosen = file(file);
        if (chosen != null) {
            problems.addAll(new YamlFile(chosen, schema.keys()).read(given));
        }
        problems.addAll(new Environment(schema.keys()).read(environment, given));
        Settings settings = new Settings(given, directory, problems);
        Config config = schema.read(settings);
        if (!settings.problems().isEmpty()) {
            throw new ConfigProblems(settings.problems());
        }
        return config;
    }

    /** The file that {@link #load} reads, or null when only the environment counts. */
    public @Nullable Path file(@Nullable Path named) {
        if (named != null) {
            return directory.resolve(named);
        }
        String variable = environment.getOrDefault("LATCHKEY_CONFIG", "");
        if (!variable.isBlank()) {
            return directory.resolve(variable);
        }
        Path usual = directory.resolve("latchkey.yaml");
        return Files.exists(usual) ? usual : null;
    }
}
