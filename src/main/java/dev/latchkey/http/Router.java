package dev.latchkey.http;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Finds the mount and the route of a request: by host, then by the longest prefix, then by path.
 */
final class Router {
    private static final String UNREADABLE = "The path holds escapes that are no UTF-8 text.";

    private final PrefixTree everyHost = new PrefixTree();
    private final Map<String, PrefixTree> byHost = new HashMap<>();

    Router(List<Mount> mounts) {
        for (var mount : mounts) {
            var host = mount.host();
            var tree =
                    host == null
                            ? everyHost
                            : byHost.computeIfAbsent(
                                    host.toLowerCase(Locale.ROOT), h -> new PrefixTree());
            tree.add(mount);
        }
    }

    /**
     * Where a request leads; its path still encoded, with single slashes; its host in lower case.
     */
    Destination find(String host, String path, String method) {
        var segments = Segments.decoded(path);
        var own = byHost.get(host);
        var place = own == null ? null : own.find(segments);
        if (place == null) {
            place = everyHost.find(segments);
        }
        if (place == null) {
            return new Destination.Nowhere(null, HttpProblem.notFound());
        }
        var whole = whole(segments);
        return whole == null
                ? new Destination.Nowhere(place.first(), HttpProblem.badRequest(UNREADABLE))
                : below(place, whole, method);
    }

    private static Destination below(PrefixTree.Place place, String[] segments, String method) {
        var values = new String[segments.length - place.depth()];
        var leaf = place.routes().find(method, segments, place.depth(), values, 0);
        if (leaf != null) {
            return new Destination.Found(leaf.mount(), leaf.route(), leaf.parameters(), values);
        }
        var allowed = new TreeSet<String>();
        place.routes().allowed(segments, place.depth(), allowed);
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        return new Destination.Nowhere(
                place.first(),
                allowed.isEmpty()
                        ? HttpProblem.notFound()
                        : HttpProblem.methodNotAllowed(List.copyOf(allowed)));
    }

    private static String @Nullable [] whole(@Nullable String[] segments) {
        var whole = new String[segments.length];
        for (int i = 0; i < whole.length; i++) {
            var segment = segments[i];
            if (segment == null) {
                return null;
            }
            whole[i] = segment;
        }
        return whole;
    }
}
