package dev.latchkey.core.account;

import java.text.Normalizer;
import java.util.Locale;

/** What is compared of a text, so that case and forms of compatibility make no difference. */
public final class ComparisonKey {
    private ComparisonKey() {}

    /** In Unicode's form NFKC, in lower case. */
    public static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
