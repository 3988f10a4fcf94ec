package dev.latchkey.http;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/** The mounts of one host, as a tree of their prefixes' segments. */
final class PrefixTree {

    /** Everything mounted at one prefix; the first mount answers for the paths that none knows. */
    record Place(Mount first, int depth, RouteTree routes) {}

    private final Map<String, PrefixTree> below = new HashMap<>();
    private @Nullable Place here;

    void add(Mount mount) {
        var node = this;
        var prefix = Segments.split(mount.prefix());
        for (var segment : prefix) {
            node = node.below.computeIfAbsent(segment, s -> new PrefixTree());
        }
        if (node.here == null) {
            node.here = new Place(mount, prefix.length, new RouteTree());
        }
        for (var route : mount.api().routes()) {
            node.here.routes().add(mount, route);
        }
    }

    /**
     * The place with the longest prefix; segments that could not be decoded are null and match
     * none.
     */
    @Nullable Place find(@Nullable String[] segments) {
        var node = this;
        var best = here;
        for (var segment : segments) {
            node = segment == null ? null : node.below.get(segment);
            if (node == null) {
                break;
            }
            best = node.here == null ? best : node.here;
        }
        return best;
    }
}
