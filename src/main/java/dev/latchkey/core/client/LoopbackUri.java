package dev.latchkey.core.client;

import java.util.regex.Pattern;

/**
 * Redirects of native applications: they listen on whatever port of this machine is free, so the
 * port alone may differ (RFC 8252, section 7.3). Only the two address literals, and localhost where
 * that was registered; one is never taken for the other.
 */
final class LoopbackUri {
    private static final Pattern FORM =
            Pattern.compile(
                    "(http://(?:127\\.0\\.0\\.1|\\[::1]|localhost))(?::(\\d{1,5}))?(/[^\\s#\\\\]*)?");

    private LoopbackUri() {}

    /** Whether two URIs are the same but for the port. */
    static boolean isSame(String registered, String asked) {
        var own = FORM.matcher(registered);
        var other = FORM.matcher(asked);
        return own.matches()
                && other.matches()
                && own.group(1).equals(other.group(1))
                && isPort(other.group(2))
                && path(own.group(3)).equals(path(other.group(3)));
    }

    static boolean isLoopback(String uri) {
        return FORM.matcher(uri).matches();
    }

    private static boolean isPort(@org.jspecify.annotations.Nullable String port) {
        return port == null || Integer.parseInt(port) <= 65535;
    }

    private static String path(@org.jspecify.annotations.Nullable String path) {
        return path == null ? "" : path;
    }
}
