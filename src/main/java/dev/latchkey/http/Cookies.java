package dev.latchkey.http;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Reads Cookie headers as servers have to: whatever browsers send (RFC 6265, section 5.4). */
final class Cookies {
    private Cookies() {}

    /**
     * The value of the first cookie of that name, without the quotes some clients put around it.
     */
    static @Nullable String find(List<String> headers, String name) {
        for (var header : headers) {
            var from = 0;
            while (from < header.length()) {
                var semicolon = header.indexOf(';', from);
                var to = semicolon < 0 ? header.length() : semicolon;
                var value = valueOf(name, header.substring(from, to).strip());
                if (value != null) {
                    return value;
                }
                from = to + 1;
            }
        }
        return null;
    }

    private static @Nullable String valueOf(String name, String pair) {
        var equals = pair.indexOf('=');
        if (equals < 0 || !pair.substring(0, equals).strip().equals(name)) {
            return null;
        }
        var value = pair.substring(equals + 1).strip();
        var quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
