package dev.latchkey.core.federation;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * One machine's names for itself. Who tries this server at home opens {@code 127.0.0.1} as often as
 * {@code localhost}; a cookie set under one name never comes back under the other, so we answer
 * under the name that was called. Any other host has one name only.
 */
public final class LoopbackNames {
    private static final List<String> NAMES = List.of("localhost", "127.0.0.1", "[::1]");

    private LoopbackNames() {}

    /** The URL under every name it has: itself alone, unless its host is a loopback name. */
    public static List<URI> of(URI url) {
        var host = url.getHost();
        return host != null && NAMES.contains(host.toLowerCase(Locale.ROOT))
                ? NAMES.stream().map(name -> under(name, url)).toList()
                : List.of(url);
    }

    /**
     * The URL under the name that a Host header gives, when that is one of its names; else as it
     * is.
     */
    public static URI as(@Nullable String hostHeader, URI url) {
        return of(url).stream().filter(named -> isName(hostHeader, named)).findFirst().orElse(url);
    }

    /** Whether a Host header names the URL's host, by any of its names. */
    public static boolean isUnder(@Nullable String hostHeader, URI url) {
        return of(url).stream().anyMatch(named -> isName(hostHeader, named));
    }

    private static boolean isName(@Nullable String hostHeader, URI url) {
        var host = url.getHost();
        return hostHeader != null
                && hostHeader.regionMatches(true, 0, host, 0, host.length())
                && (hostHeader.length() == host.length()
                        || hostHeader.charAt(host.length()) == ':');
    }

    private static URI under(String name, URI url) {
        var port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return URI.create(url.getScheme() + "://" + name + port + url.getRawPath());
    }
}
