package dev.latchkey.http;

import org.jspecify.annotations.Nullable;

/** Cuts a path at its slashes, before anything is decoded. */
final class Segments {
    private Segments() {}

    /**
     * The segments of {@code /a/b}; a trailing slash gives an empty last one; none for {@code /}
     * and "".
     */
    static String[] split(String path) {
        if (path.length() < 2) {
            return new String[0];
        }
        var count = 0;
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) == '/') {
                count++;
            }
        }
        var segments = new String[count];
        var from = 1;
        for (int i = 0; i < count; i++) {
            var to = path.indexOf('/', from);
            segments[i] = path.substring(from, to < 0 ? path.length() : to);
            from = to + 1;
        }
        return segments;
    }

    /**
     * The same segments percent-decoded, each by itself; null in place of what cannot be decoded.
     */
    static @Nullable String[] decoded(String path) {
        @Nullable String[] segments = split(path);
        if (path.indexOf('%') >= 0) {
            for (int i = 0; i < segments.length; i++) {
                segments[i] = decode(segments[i]);
            }
        }
        return segments;
    }

    private static @Nullable String decode(@Nullable String segment) {
        try {
            return segment == null ? null : FormReader.decode(segment, false);
        } catch (HttpProblem _) {
            return null;
        }
    }
}
