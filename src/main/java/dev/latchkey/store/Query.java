package dev.latchkey.store;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement as JDBC takes it.
 *
 * @param names of its values, in the order of its question marks; one that is used twice stands
 *     here twice
 * @param distinct how many names there are
 */
record Query(String text, List<String> names, int distinct) {
    /** What is in quotes, a cast of PostgreSQL's, or a name. */
    private static final Pattern PIECE =
            Pattern.compile("'[^']*'|\"[^\"]*\"|::|:(?<name>[A-Za-z]\\w*)");

    /** Reads {@code :name} wherever it stands for a value. */
    static Query parse(String named) {
        var names = new ArrayList<String>();
        var text =
                PIECE.matcher(named)
                        .replaceAll(piece -> {
                            var name = piece.group("name");
                            if (name == null) {
                                return Matcher.quoteReplacement(piece.group());
                            }
                            names.add(name);
                            return "?";
                        });
        return new Query(text, List.copyOf(names), Set.copyOf(names).size());
    }

    /** In the order of the question marks. A value that is missing, or is none, is our mistake. */
    @Nullable Object[] inOrder(Map<String, @Nullable Object> values, Values columns) {
        var all = new @Nullable Object[names.size()];
        for (int i = 0; i < all.length; i++) {
            var name = names.get(i);
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("no value for " + name + " in: " + text);
            }
            all[i] = columns.column(values.get(name));
        }
        if (values.size() != distinct) {
            throw new IllegalArgumentException("values for " + values.keySet() + " in: " + text);
        }
        return all;
    }
}
