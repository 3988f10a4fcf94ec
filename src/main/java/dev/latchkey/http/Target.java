package dev.latchkey.http;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * A request target taken apart (RFC 9112, section 3.2).
 *
 * @param path still percent-encoded, repeated slashes folded to one
 * @param query still encoded, without its question mark; null when there is none
 */
record Target(String path, @Nullable String query) {

    /** Takes the origin form, and the absolute form when it names the same authority as Host. */
    static Target parse(String target, String host) {
        var origin = target.charAt(0) == '/' ? target : originForm(target, host);
        var mark = origin.indexOf('?');
        return mark < 0
                ? new Target(fold(origin), null)
                : new Target(fold(origin.substring(0, mark)), origin.substring(mark + 1));
    }

    private static String originForm(String target, String host) {
        var lower = target.toLowerCase(Locale.ROOT);
        var start = lower.startsWith("http://") ? 7 : lower.startsWith("https://") ? 8 : -1;
        if (start < 0) {
            throw HttpProblem.badRequest("The request target has to be a path.");
        }
        var end = start;
        while (end < target.length() && "/?".indexOf(target.charAt(end)) < 0) {
            end++;
        }
        if (!target.substring(start, end).equalsIgnoreCase(host)) {
            throw HttpProblem.badRequest("The request target names another host than Host does.");
        }
        var rest = target.substring(end);
        return rest.startsWith("/") ? rest : "/" + rest;
    }

    private static String fold(String path) {
        if (!path.contains("//")) {
            return path;
        }
        var folded = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            var c = path.charAt(i);
            if (c != '/' || i == 0 || path.charAt(i - 1) != '/') {
                folded.append(c);
            }
        }
        return folded.toString();
    }
}
