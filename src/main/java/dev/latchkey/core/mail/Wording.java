package dev.latchkey.core.mail;

import dev.latchkey.core.Origin;
import dev.latchkey.core.language.Bundle;
import dev.latchkey.core.language.Language;

import java.util.List;
import java.util.Objects;

/**
 * What our messages say, in the language of whoever caused them.
 *
 * @param product whose messages these are
 * @param standard the language for who named none
 */
public record Wording(Bundle bundle, String product, Language standard) {

    public static Wording of(String product, Language standard) {
        return new Wording(Bundle.of(Wording.class, List.of("mails")), product, standard);
    }

    /**
     * The message {@code <name>.subject} and {@code <name>.text}, with values for its places; the
     * product stands below.
     */
    public Message message(Origin cause, String to, String name, Object... values) {
        var language = Objects.requireNonNullElse(cause.language(), standard);
        return new Message(
                to,
                bundle.text(language, name + ".subject", values),
                bundle.text(language, name + ".text", values) + "\n\n" + product + "\n");
    }
}
