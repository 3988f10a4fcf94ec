package dev.latchkey.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decodes {@code application/x-www-form-urlencoded}, for form bodies and for query strings (WHATWG
 * URL, section 5.1).
 */
final class FormReader {
    private FormReader() {}

    static Form read(Call call) {
        var type = call.header("Content-Type");
        if (!MediaType.is(type, MediaType.FORM)) {
            throw HttpProblem.of(415, "Send the form as application/x-www-form-urlencoded.");
        }
        return new Form(pairs(new String(call.body(), StandardCharsets.ISO_8859_1)));
    }

    static Map<String, List<String>> pairs(String encoded) {
        var plain = isPlain(encoded);
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (int from = 0, end; from < encoded.length(); from = end + 1) {
            var next = encoded.indexOf('&', from);
            end = next < 0 ? encoded.length() : next;
            if (from < end) {
                var equals = encoded.indexOf('=', from, end);
                var name = encoded.substring(from, equals < 0 ? end : equals);
                var value = equals < 0 ? "" : encoded.substring(equals + 1, end);
                fields.computeIfAbsent(plain ? name : decode(name, true), _ -> new ArrayList<>(1))
                        .add(plain ? value : decode(value, true));
            }
        }
        return fields;
    }

    /** Percent-decodes UTF-8; a plus is a blank only in forms and queries. */
    static String decode(String text, boolean plusIsBlank) {
        return isPlain(text) ? text : decoded(text, plusIsBlank);
    }

    /**
     * Most values mean themselves: tokens, identifiers, numbers. Each look takes many characters at
     * once; a loop over them was an eighth of an introspection.
     */
    private static boolean isPlain(String text) {
        return text.indexOf('%') < 0
                && text.indexOf('+') < 0
                && text.indexOf('\0') < 0
                && text.getBytes(StandardCharsets.UTF_8).length == text.length();
    }

    private static String decoded(String text, boolean plusIsBlank) {
        var bytes = ByteBuffer.allocate(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes.put((byte) (hex(text, i + 1) << 4 | hex(text, i + 2)));
                i += 2;
            } else if (c == '+' && plusIsBlank) {
                bytes.put((byte) ' ');
            } else if (c > 0xFF) {
                throw HttpProblem.badRequest(
                        "An address or form holds characters that have to be escaped.");
            } else {
                bytes.put((byte) c);
            }
        }
        return clean(bytes.flip());
    }

    private static String clean(ByteBuffer bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            if (text.indexOf('\0') >= 0) {
                throw HttpProblem.badRequest("An address or form holds a NUL.");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw HttpProblem.badRequest("An address or form holds bytes that are not UTF-8.");
        }
    }

    private static int hex(String text, int at) {
        var digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
        if (digit < 0) {
            throw HttpProblem.badRequest("An address or form holds a broken escape.");
        }
        return digit;
    }
}
