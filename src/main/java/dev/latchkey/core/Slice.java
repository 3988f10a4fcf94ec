package dev.latchkey.core;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a longer list. One row more than it holds is asked for, which tells whether there is
 * another page.
 */
public record Slice<T>(List<T> rows, boolean more) {

    /**
     * Cuts off what is too much.
     *
     * @param found at most {@code size + 1} rows
     */
    public static <T> Slice<T> of(List<T> found, int size) {
        return found.size() > size
                ? new Slice<>(found.subList(0, size), true)
                : new Slice<>(found, false);
    }

    /** Behind what the next page begins, as the last row here has it; null when there is none. */
    public <P> @Nullable P next(Function<T, P> place) {
        return more ? place.apply(rows.getLast()) : null;
    }
}
