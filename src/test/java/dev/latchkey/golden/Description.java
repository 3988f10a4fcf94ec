package dev.latchkey.golden;

import dev.latchkey.http.Json;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The schemas of an OpenAPI description, said in the words of the contract tables. */
record Description(JsonNode root) {

    static Description parse(String json) {
        return new Description(Json.parse(json.getBytes(StandardCharsets.UTF_8)));
    }

    /** A field as the description declares it, with its schema in words. */
    record Field(String wire, boolean required, String schema) {}

    /** The fields of a model, by the client's name for it. */
    List<Field> fields(String model) {
        var schema = schema(model);
        var required = texts(schema.path("required")).toList();
        return schema.path("properties").properties().stream()
                .map(f -> new Field(f.getKey(), required.contains(f.getKey()), words(f.getValue())))
                .toList();
    }

    /** The alternatives of a schema that is one of several others; empty for any other schema. */
    List<String> choices(String model) {
        return schemas().path(model).path("oneOf").valueStream().map(Description::words).toList();
    }

    /** Where each parameter travels, such as {@code header X-NAP-Refresh-Token}. */
    Set<String> parameters() {
        return root.path("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .flatMap(operation -> operation.path("parameters").valueStream())
                .map(p -> p.path("in").asString() + " " + p.path("name").asString())
                .collect(Collectors.toSet());
    }

    private JsonNode schemas() {
        return root.path("components").path("schemas");
    }

    private JsonNode schema(String model) {
        return schemas().properties().stream()
                .filter(schema -> clientName(schema.getKey()).equals(model))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No model " + model + " is described."));
    }

    private static String words(JsonNode schema) {
        if (schema.has("$ref")) {
            return clientName(schema.path("$ref").asString().replaceFirst(".*/", ""));
        }
        var words = new ArrayList<String>();
        words.add(schema.path("type").asString(""));
        for (var inner : List.of("items", "additionalProperties")) {
            words.add(schema.has(inner) ? "of " + words(schema.path(inner)) : "");
        }
        words.add(schema.path("format").asString(""));
        words.add(texts(schema.path("enum")).collect(Collectors.joining(", ", "in ", "")));
        words.add(length(schema));
        words.add(schema.has("minimum") ? "from " + schema.path("minimum").asInt() : "");
        words.add(schema.path("nullable").asBoolean(false) ? "nullable" : "");
        words.removeIf(word -> word.isEmpty() || word.equals("in "));
        return String.join(" ", words);
    }

    private static String length(JsonNode schema) {
        if (!schema.has("minLength")) {
            return "";
        }
        var most = schema.has("maxLength") ? "to " + schema.path("maxLength").asInt() : "and more";
        return "of " + schema.path("minLength").asInt() + " " + most;
    }

    /** The generator joins {@code handlers.UserLoginData} to {@code HandlersUserLoginData}. */
    private static String clientName(String schema) {
        return Stream.of(schema.split("\\."))
                .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
                .collect(Collectors.joining());
    }

    private static Stream<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString);
    }
}
