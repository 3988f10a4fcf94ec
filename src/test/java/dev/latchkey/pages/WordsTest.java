package dev.latchkey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.language.Bundle;
import dev.latchkey.core.language.Language;
import dev.latchkey.pages.view.Text;
import dev.latchkey.testkit.EveryRefusal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

class WordsTest {
    private static final Bundle BUNDLE = Bundle.of(PagesApi.class, List.of("common", "refusals"));

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_refusal_has_words_for_people(Language language) {
        for (var refusal : EveryRefusal.all()) {
            var words = Words.of(refusal, new Text(BUNDLE, language));

            assertThat(words.text())
                    .as(refusal.toString())
                    .matches("(?s)\\p{Lu}.*\\.")
                    .doesNotContain("a reason", "{");
            assertThat(words.status()).isBetween(400, 503);
        }
    }
}
