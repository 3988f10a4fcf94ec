package dev.latchkey.core.account;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What may be a user name: 1 to 60 letters, digits, dots, dashes and underscores. */
final class UserNames {
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}._-]{1,60}");

    private UserNames() {}

    /** The name in Unicode's composed form. Refuses with InvalidInput. */
    static String check(String name) {
        var composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        if (!FORM.matcher(composed).matches()) {
            throw new Refused(
                    Refusal.InvalidInput.of(
                            "userName",
                            "has to have 1 to 60 letters, digits, dots, dashes and underscores"));
        }
        return composed;
    }
}
