package dev.latchkey.http;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The routes below one prefix, as a tree of path segments. Immutable once the door is open. */
final class RouteTree {

    /** A route at the end of its path; {@code parameters} are the names on the way there. */
    record Leaf(Mount mount, Route route, List<String> parameters) {}

    private final Map<String, RouteTree> literals = new HashMap<>();
    private final Map<String, Leaf> methods = new HashMap<>();
    private @Nullable RouteTree parameter;

    void add(Mount mount, Route route) {
        var node = this;
        var names = new ArrayList<String>();
        for (var segment : Segments.split(route.pattern())) {
            if (segment.startsWith("{") && segment.endsWith("}")) {
                names.add(segment.substring(1, segment.length() - 1));
                node = node.parameterNode();
            } else {
                node = node.literals.computeIfAbsent(segment, s -> new RouteTree());
            }
        }
        var leaf = new Leaf(mount, route, List.copyOf(names));
        if (node.methods.putIfAbsent(route.method(), leaf) != null) {
            throw new IllegalArgumentException(
                    "two routes for " + route.method() + " " + mount.prefix() + route.pattern());
        }
    }

    private RouteTree parameterNode() {
        if (parameter == null) {
            parameter = new RouteTree();
        }
        return parameter;
    }

    /**
     * The route for these segments. A literal goes before a parameter; an empty last segment is an
     * empty parameter where there can be one, and else a trailing slash.
     *
     * @param at the first segment to look at
     * @param values gets the parameters, beginning at {@code found}
     */
    @Nullable Leaf find(String method, String[] segments, int at, String[] values, int found) {
        if (at == segments.length) {
            return leaf(method);
        }
        var literal = literals.get(segments[at]);
        var leaf = literal == null ? null : literal.find(method, segments, at + 1, values, found);
        if (leaf == null && parameter != null) {
            values[found] = segments[at];
            leaf = parameter.find(method, segments, at + 1, values, found + 1);
        }
        if (leaf == null && isTrailingSlash(segments, at)) {
            leaf = leaf(method);
        }
        return leaf;
    }

    /** Adds every method that these segments know. */
    void allowed(String[] segments, int at, Set<String> methods) {
        if (at == segments.length || isTrailingSlash(segments, at)) {
            methods.addAll(this.methods.keySet());
        }
        if (at < segments.length) {
            var literal = literals.get(segments[at]);
            if (literal != null) {
                literal.allowed(segments, at + 1, methods);
            }
            if (parameter != null) {
                parameter.allowed(segments, at + 1, methods);
            }
        }
    }

    private @Nullable Leaf leaf(String method) {
        var leaf = methods.get(method);
        return leaf == null && method.equals("HEAD") ? methods.get("GET") : leaf;
    }

    private static boolean isTrailingSlash(String[] segments, int at) {
        return at == segments.length - 1 && segments[at].isEmpty();
    }
}
