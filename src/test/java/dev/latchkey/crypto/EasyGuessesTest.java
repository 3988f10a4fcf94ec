package dev.latchkey.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.nulabinc.zxcvbn.Zxcvbn;

import dev.latchkey.core.password.PasswordPolicy;
import dev.latchkey.testkit.Eventually;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

class EasyGuessesTest {
    private static final List<String> WORDS =
            List.of("latchkey", "ada@engines.example", "Ada", "Lovelace");
    private final EasyGuesses guesses = new EasyGuesses();
    private final PasswordPolicy policy = new PasswordPolicy(guesses, List.of("latchkey"));

    /** OWASP ASVS 5.0, 6.2.4. */
    @Test
    void the_3000_most_common_passwords_that_are_long_enough_are_refused() throws IOException {
        var list = Zxcvbn.class.getResourceAsStream("matchers/dictionaries/passwords.txt");
        try (var in =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(list), StandardCharsets.UTF_8))) {
            var common =
                    in.lines()
                            .map(line -> line.split(" ")[0])
                            .filter(word -> word.length() >= PasswordPolicy.SHORTEST)
                            .limit(3_000)
                            .toList();

            assertThat(common).hasSize(3_000).contains("password", "12345678");
            assertThat(common).allMatch(word -> guesses.isEasy(word, List.of()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Password1",
                "P@ssw0rd",
                "qwertyuiop",
                "11111111",
                "abcdefgh",
                "letmein1",
                "latchkey1",
                "Latchkey2026",
                "ada@engines.example",
                "adalovelace"
            })
    void what_is_tried_first_is_refused(String password) {
        assertThat(guesses.isEasy(password, WORDS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse",
                "eight  8",
                "a pass phrase of plain words",
                "Zwölf Boxkämpfer",
                "xK7#pQ2v",
                "🐝🌻🍯🐻🌳🦋🐞🌷"
            })
    void anything_else_is_taken(String password) {
        assertThat(policy.problem("password", password, WORDS)).isEmpty();
    }

    @Test
    void the_longest_is_looked_at_quickly() {
        var before = System.nanoTime();

        guesses.isEasy("q1!".repeat(40), WORDS);
        assertThat(policy.problem("password", "8J$k x".repeat(22), WORDS)).isPresent();

        assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
    }

    /** A server that somebody signed up at should not be 10 MB larger from then on. */
    @Test
    void the_lists_are_let_go_and_read_again() {
        var brief = new EasyGuesses(Duration.ofMillis(50));

        assertThat(brief.areListsHeld()).isFalse();
        for (int i = 0; i < 2; i++) {
            assertThat(brief.isEasy("letmein1", WORDS)).isTrue();
            Eventually.within(
                    Duration.ofSeconds(10), "the lists are let go", () -> !brief.areListsHeld());
        }
    }
}
