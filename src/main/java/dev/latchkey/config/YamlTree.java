package dev.latchkey.config;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks down the sections of a composed document; what is no section and no key is a mistake. */
final class YamlTree {
    private final Path file;
    private final Map<String, Given> given;
    private final Set<String> keys = new LinkedHashSet<>();
    private final Set<String> sections = new LinkedHashSet<>();
    private final Map<String, String> seen = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    YamlTree(Path file, List<Key<?>> table, Map<String, Given> given) {
        this.file = file;
        this.given = given;
        for (Key<?> key : table) {
            keys.add(key.name());
            for (int dot = key.name().indexOf('.');
                    dot > 0;
                    dot = key.name().indexOf('.', dot + 1)) {
                sections.add(key.name().substring(0, dot));
            }
        }
    }

    List<Problem> read(Node root) {
        if (!isNothing(root)) {
            section("", root);
        }
        return problems;
    }

    private void section(String prefix, Node node) {
        if (!(node instanceof MappingNode mapping)) {
            problem(
                    prefix.isEmpty() ? "the file" : prefix,
                    node,
                    "is a section: put its settings below it.");
            return;
        }
        for (NodeTuple entry : mapping.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode word) {
                String name = prefix.isEmpty() ? word.getValue() : prefix + "." + word.getValue();
                entry(name, word, entry.getValueNode());
            } else {
                problem(prefix, entry.getKeyNode(), "has a key that is not a word.");
            }
        }
    }

    private void entry(String name, Node word, Node value) {
        if (keys.contains(name)) {
            String before = seen.putIfAbsent(name, YamlFile.line(word));
            if (before != null) {
                problem(name, word, "is given twice, first on " + before + ".");
            } else if (!isNothing(value)) {
                value(name, word, value);
            }
        } else if (!sections.contains(name)) {
            Set<String> all = new LinkedHashSet<>(keys);
            all.addAll(sections);
            problems.add(
                    new Problem(
                            name, where(word), "there is no such setting.", Names.hint(name, all)));
        } else if (!isNothing(value)) {
            section(name, value);
        }
    }

    private void value(String name, Node word, Node value) {
        try {
            Raw raw = raw(value);
            if (!raw.isBlank()) {
                given.put(name, new Given(raw, name, where(word)));
            }
        } catch (BadValue bad) {
            problem(name, word, bad.what());
        }
    }

    private static Raw raw(Node node) throws BadValue {
        return switch (node) {
            case SequenceNode list -> {
                List<String> items = new ArrayList<>();
                for (Node item : list.getValue()) {
                    items.add(word(item));
                }
                yield new Raw.Items(items);
            }
            case MappingNode mapping -> {
                Map<String, String> entries = new LinkedHashMap<>();
                for (NodeTuple entry : mapping.getValue()) {
                    entries.put(word(entry.getKeyNode()), word(entry.getValueNode()));
                }
                yield new Raw.Entries(entries);
            }
            default -> new Raw.Text(word(node));
        };
    }

    private static String word(Node node) throws BadValue {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new BadValue("is nested too deep.");
    }

    private static boolean isNothing(Node node) {
        return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
    }

    private void problem(String name, Node node, String what) {
        problems.add(new Problem(name, where(node), what, ""));
    }

    private String where(Node node) {
        return file + " " + YamlFile.line(node);
    }
}
