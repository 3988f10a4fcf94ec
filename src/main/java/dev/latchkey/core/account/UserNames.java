package dev.latchkey.core.account;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may be a user name: 1 to 60 letters, digits, dots, dashes and underscores. */
public final class UserNames {
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}._-]{1,60}");

    private UserNames() {}

    /** The name in Unicode's composed form. Refuses with InvalidInput. */
    static String check(String name) {
        return parse(name)
                .orElseThrow(() ->
                        new Refused(
                                Refusal.InvalidInput.of(
                                        "userName",
                                        "has to have 1 to 60 letters, digits, dots, dashes and"
                                                + " underscores")));
    }

    /** The same, or nothing when it is none. */
    public static Optional<String> parse(String name) {
        return Optional.of(Normalizer.normalize(name, Normalizer.Form.NFC))
                .filter(composed -> FORM.matcher(composed).matches());
    }
}
