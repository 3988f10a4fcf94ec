package dev.latchkey.http;

import org.jspecify.annotations.Nullable;

/** Compares the value of a Content-Type header (RFC 9110, section 8.3). */
final class MediaType {
    static final String FORM = "application/x-www-form-urlencoded";

    private MediaType() {}

    /** Whether a header names that type, in any case, and no other charset than UTF-8. */
    static boolean is(@Nullable String contentType, String type) {
        if (contentType == null) {
            return false;
        }
        var end = contentType.indexOf(';');
        var named = (end < 0 ? contentType : contentType.substring(0, end)).strip();
        return named.equalsIgnoreCase(type) && (end < 0 || isUtf8(contentType.substring(end + 1)));
    }

    private static boolean isUtf8(String parameters) {
        for (var parameter : parameters.split(";")) {
            var equals = parameter.indexOf('=');
            if (equals > 0 && parameter.substring(0, equals).strip().equalsIgnoreCase("charset")) {
                var charset = parameter.substring(equals + 1).strip().replace("\"", "");
                if (!charset.equalsIgnoreCase("utf-8") && !charset.equalsIgnoreCase("us-ascii")) {
                    return false;
                }
            }
        }
        return true;
    }
}
