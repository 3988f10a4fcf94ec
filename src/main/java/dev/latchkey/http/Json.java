package dev.latchkey.http;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as this house reads and writes it: strict on the way in, plain on the way out. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** A record, map or list as UTF-8 JSON. A null member is written as null: leave it out with {@code @JsonInclude}. */
    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** One JSON value and nothing behind it. Refuses what is no JSON and an object that names a member twice. */
    public static JsonNode parse(byte[] utf8) {
        return MAPPER.readTree(utf8);
    }
}
