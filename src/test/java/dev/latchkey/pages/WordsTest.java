package dev.latchkey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.EveryRefusal;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void every_refusal_has_words_for_people() {
        for (var refusal : EveryRefusal.all()) {
            var words = Words.of(refusal);

            assertThat(words.text())
                    .as(refusal.toString())
                    .matches("(?s)[A-Z].*\\.")
                    .doesNotContain("a reason");
            assertThat(words.status()).isBetween(400, 503);
        }
    }
}
