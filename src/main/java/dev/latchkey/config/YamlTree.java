package dev.latchkey.config;

import org.jspecify.annotations.Nullable;
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
    private final Set<String> lists = new LinkedHashSet<>();
    private final Map<String, String> seen = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    YamlTree(Path file, List<Key<?>> table, Map<String, Given> given) {
        this.file = file;
        this.given = given;
        for (Key<?> key : table) {
            keys.add(key.name());
            if (key.isRepeated()) {
                lists.add(key.name().substring(0, key.name().indexOf(".*.")));
                continue;
            }
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
        if (lists.contains(name)) {
            list(name, value);
        } else if (isKey(name)) {
            String before = seen.putIfAbsent(name, YamlFile.line(word));
            if (before != null) {
                problem(name, word, "is given twice, first on " + before + ".");
            } else if (!isNothing(value)) {
                value(name, word, value);
            }
        } else if (!sections.contains(name)) {
            Set<String> all = new LinkedHashSet<>(keys);
            all.addAll(sections);
            all.addAll(lists);
            problems.add(
                    new Problem(
                            name, where(word), "there is no such setting.", Names.hint(name, all)));
        } else if (!isNothing(value)) {
            section(name, value);
        }
    }

    /** Also one entry's setting, which the table has with a star. */
    private boolean isKey(String name) {
        int first = name.indexOf('.');
        int second = name.indexOf('.', first + 1);
        return keys.contains(name)
                || (second > 0
                        && lists.contains(name.substring(0, first))
                        && keys.contains(name.substring(0, first) + ".*" + name.substring(second)));
    }

    private void list(String name, Node node) {
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(item -> item(name, item));
        } else if (!isNothing(node)) {
            problem(name, node, "is a list: begin each entry with \"- id:\".");
        }
    }

    private void item(String name, Node node) {
        if (!(node instanceof MappingNode mapping)) {
            problem(name, node, "has an entry without settings.");
            return;
        }
        String id = id(mapping);
        if (id == null) {
            problem(name, node, "has an entry without an id.");
            return;
        }
        try {
            section(name + "." + Kinds.providerId().read(new Raw.Text(id)), node);
        } catch (BadValue bad) {
            problem(name, node, "has an entry whose id " + bad.what());
        }
    }

    private static @Nullable String id(MappingNode mapping) {
        return mapping.getValue().stream()
                .filter(entry ->
                        entry.getKeyNode() instanceof ScalarNode key && key.getValue().equals("id"))
                .map(NodeTuple::getValueNode)
                .filter(ScalarNode.class::isInstance)
                .map(value -> ((ScalarNode) value).getValue())
                .findFirst()
                .orElse(null);
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
