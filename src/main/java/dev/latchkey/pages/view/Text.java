package dev.latchkey.pages.view;

import dev.latchkey.core.language.Bundle;
import dev.latchkey.core.language.Language;

import gg.jte.Content;

import java.util.regex.Pattern;

/** What a page says, in one language. */
public record Text(Bundle bundle, Language language) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    /** A sentence with its values, not yet escaped. */
    public String of(String key, Object... values) {
        return bundle.text(language, key, values);
    }

    public boolean has(String key) {
        return bundle.has(language, key);
    }

    /** The same with pieces of markup in its places. */
    public Content with(String key, Content... pieces) {
        var sentence = bundle.raw(language, key);
        return output -> {
            var place = PLACE.matcher(sentence);
            int from = 0;
            while (place.find()) {
                output.writeUserContent(sentence.substring(from, place.start()));
                pieces[Integer.parseInt(place.group(1))].writeTo(output);
                from = place.end();
            }
            output.writeUserContent(sentence.substring(from));
        };
    }
}
