package dev.latchkey.dialect.trieve;

import dev.latchkey.http.Call;

import java.util.List;
import java.util.Locale;

/**
 * Whether a caller is a browser: it would rather have a page than JSON (RFC 9110, section 12.5.1).
 */
final class Preference {
    private static final double FIRST = 1;
    private static final double NEVER = 0;

    private Preference() {}

    static boolean isForHtml(Call call) {
        var accepted = call.headers("Accept");
        return weight(accepted, "text/html", NEVER)
                > weight(accepted, "application/json", weight(accepted, "*/*", NEVER));
    }

    private static double weight(List<String> accepted, String type, double otherwise) {
        for (var header : accepted) {
            for (var range : header.toLowerCase(Locale.ROOT).split(",")) {
                var parts = range.strip().split(";");
                if (parts[0].strip().equals(type)) {
                    return quality(parts);
                }
            }
        }
        return otherwise;
    }

    private static double quality(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            var part = parts[i].strip();
            if (part.startsWith("q=")) {
                return number(part.substring(2));
            }
        }
        return FIRST;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return NEVER;
        }
    }
}
