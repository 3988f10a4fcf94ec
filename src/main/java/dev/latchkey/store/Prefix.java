package dev.latchkey.store;

import dev.latchkey.core.account.ComparisonKey;

import java.util.Optional;

/**
 * The keys that begin with something, which are one range of an index.
 *
 * @param from the first of them
 */
record Prefix(String from) {
    /** Behind every character that a key can hold. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    /** Of what somebody typed. */
    static Prefix of(String typed) {
        return new Prefix(ComparisonKey.of(typed));
    }

    /** Behind all of them. */
    String end() {
        return from + LAST;
    }

    /**
     * Behind which key the next page begins.
     *
     * @param key of the last row of the page before. When that is gone, or is called otherwise by
     *     now, nothing more is known
     */
    String after(Optional<String> key) {
        return key.filter(last -> last.startsWith(from)).orElse(end());
    }
}
