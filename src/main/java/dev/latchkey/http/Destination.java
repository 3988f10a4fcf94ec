package dev.latchkey.http;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Where a path leads. */
sealed interface Destination {

    /** The mount it lies below; null when it lies below none. */
    @Nullable Mount mount();

    /** A route, and the decoded values of its parameters in the order of their names. */
    record Found(Mount mount, Route route, List<String> names, String[] values)
            implements Destination {}

    /** No route: the problem says whether path, method or escapes are wrong. */
    record Nowhere(@Nullable Mount mount, HttpProblem problem) implements Destination {}
}
