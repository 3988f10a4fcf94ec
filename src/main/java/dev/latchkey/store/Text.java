package dev.latchkey.store;

/** What both engines can keep as text: no NUL, no half of a surrogate pair. */
final class Text {
    private static final char REPLACEMENT = '\uFFFD';

    private Text() {}

    /** Whether any row can hold it. What cannot be held is not looked up. */
    static boolean isStorable(String text) {
        return firstBad(text) < 0;
    }

    /** The text with what cannot be kept replaced by U+FFFD. */
    static String storable(String text) {
        if (isStorable(text)) {
            return text;
        }
        var kept = new StringBuilder(text.length());
        text.codePoints().forEach(c -> kept.appendCodePoint(isBad(c) ? REPLACEMENT : c));
        return kept.toString();
    }

    private static int firstBad(String text) {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == 0) {
                return i;
            }
            if (Character.isSurrogate(c)) {
                if (isBad(text.codePointAt(i))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    private static boolean isBad(int c) {
        return c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
