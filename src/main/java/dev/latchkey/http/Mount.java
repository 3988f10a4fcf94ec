package dev.latchkey.http;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/**
 * Where an {@link Api} hangs on a listener.
 *
 * @param host the only {@code Host} (without port, any case) that reaches it, or null for every
 *     host
 * @param prefix path it lives below, empty for the root, else beginning and not ending with a slash
 * @param base the absolute URL of {@code prefix} as its clients see it, without a trailing slash
 */
public record Mount(@Nullable String host, String prefix, URI base, Api api) {

    public Mount {
        if (!prefix.isEmpty() && (!prefix.startsWith("/") || prefix.endsWith("/"))) {
            throw new IllegalArgumentException("not a prefix: " + prefix);
        }
    }
}
