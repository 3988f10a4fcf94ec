package dev.latchkey.golden;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The models that a contract names, read from a table written by hand.
 *
 * @param models the fields of each model, by the client's name for it
 * @param choices the alternatives of each model that is one of several others
 */
record ContractModels(Map<String, List<Field>> models, Map<String, List<String>> choices) {

    /** A field under both its names, with its type in the client and its schema in words. */
    record Field(String wire, String client, String type, boolean required, String schema) {}

    Set<String> names() {
        var names = new HashSet<>(models.keySet());
        names.addAll(choices.keySet());
        return names;
    }

    /** The fields as the generated document of a model lists them. */
    List<GeneratedClient.Field> documented(String model) {
        return fields(model)
                .map(f -> new GeneratedClient.Field(f.client(), f.type(), f.required()))
                .toList();
    }

    /** The fields as the description declares them. */
    List<Description.Field> described(String model) {
        return fields(model)
                .map(f -> new Description.Field(f.wire(), f.required(), f.schema()))
                .toList();
    }

    private Stream<Field> fields(String model) {
        return models.getOrDefault(model, List.of()).stream();
    }

    static ContractModels parse(String table) {
        var models = new LinkedHashMap<String, List<Field>>();
        var choices = new LinkedHashMap<String, List<String>>();
        List<Field> fields = new ArrayList<>();
        for (var line : table.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
            var equals = line.indexOf(" = ");
            if (line.startsWith("  ")) {
                fields.add(field(line.strip().split(" +", 5)));
            } else if (equals > 0) {
                choices.put(
                        line.substring(0, equals),
                        List.of(line.substring(equals + 3).split(" \\| ")));
            } else {
                fields = new ArrayList<>();
                models.put(line, fields);
            }
        }
        return new ContractModels(models, choices);
    }

    private static Field field(String[] cells) {
        return new Field(cells[0], cells[1], cells[2], cells[3].equals("required"), cells[4]);
    }
}
