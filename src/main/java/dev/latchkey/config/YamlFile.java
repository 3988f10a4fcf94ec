package dev.latchkey.config;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the one YAML file, and remembers the line of each value. */
final class YamlFile {
    private final Path file;
    private final List<Key<?>> keys;
    private final List<Problem> problems = new ArrayList<>();

    YamlFile(Path file, List<Key<?>> keys) {
        this.file = file;
        this.keys = keys;
    }

    /** Adds what the file sets to {@code given}. */
    List<Problem> read(Map<String, Given> given) {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
            new Compose(settings)
                    .composeString(Files.readString(file))
                    .ifPresent(root -> problems.addAll(new YamlTree(file, keys, given).read(root)));
        } catch (NoSuchFileException _) {
            problem("", "there is no such file.");
        } catch (IOException problem) {
            problem("", "cannot be read (" + problem.getClass().getSimpleName() + ").");
        } catch (MarkedYamlEngineException problem) {
            String where = problem.getProblemMark().map(YamlFile::line).orElse("");
            problem(where, "is not YAML: " + problem.getProblem() + ".");
        } catch (YamlEngineException problem) {
            problem("", "is not YAML: " + problem.getMessage() + ".");
        }
        return problems;
    }

    static String line(Node node) {
        return node.getStartMark().map(YamlFile::line).orElse("");
    }

    private static String line(Mark mark) {
        return "line " + (mark.getLine() + 1);
    }

    private void problem(String where, String what) {
        problems.add(new Problem(file.toString(), where, what, ""));
    }
}
