package dev.latchkey.http;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** JSON as this house reads and writes it: strict on the way in, plain on the way out. */
public final class Json {
    /** Deeper nesting is no message of ours, and costs stack wherever the tree is walked. */
    private static final int MAX_DEPTH = 64;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAX_DEPTH)
                                                    .maxNumberLength(100)
                                                    .build())
                                    .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private Json() {}

    /**
     * A record, map or list as UTF-8 JSON. A null member is written as null: leave it out with
     * {@code @JsonInclude}.
     */
    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /**
     * One JSON value and nothing behind it, in UTF-8 with or without a byte order mark. Refuses
     * with a {@link JacksonException} what is no JSON (RFC 8259), an object that names a member
     * twice, numbers over 100 digits and more than 64 levels.
     */
    public static JsonNode parse(byte[] utf8) {
        var tree = MAPPER.readTree(text(utf8));
        if (tree.isMissingNode()) {
            throw new StreamReadException("there is no value");
        }
        return tree;
    }

    /** Decoded here: the parser would guess UTF-16 and UTF-32, and lets overlong forms pass. */
    private static String text(byte[] utf8) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new StreamReadException(null, "these bytes are not UTF-8", e);
        }
    }
}
