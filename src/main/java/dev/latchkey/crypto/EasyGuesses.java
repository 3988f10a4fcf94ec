package dev.latchkey.crypto;

import com.nulabinc.zxcvbn.Zxcvbn;

import dev.latchkey.core.password.Guessing;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Guesses as zxcvbn does: its list of the 30,000 most common passwords, names, keyboard patterns,
 * dates, repetitions, and the words it is given.
 */
public final class EasyGuesses implements Guessing {
    /**
     * More than the whole list of common passwords; what somebody who may try a few times an hour
     * gets through in a year.
     */
    private static final double FEW = 100_000;

    /** Longer ones take too long to look at, and are not guessed by their beginning. */
    private static final int LOOKED_AT = 64;

    private @Nullable Zxcvbn zxcvbn;

    @Override
    public boolean isEasy(String password, List<String> words) {
        var beginning = password.substring(0, Math.min(LOOKED_AT, password.length()));
        return zxcvbn().measure(beginning, parts(words)).getGuesses() < FEW;
    }

    /** Its lists take a while to read: a server that starts does not wait for them. */
    private synchronized Zxcvbn zxcvbn() {
        if (zxcvbn == null) {
            zxcvbn = new Zxcvbn();
        }
        return zxcvbn;
    }

    /** Each as it is, and in its parts: an email's name and domain, both first and last name. */
    private static List<String> parts(List<String> words) {
        return words.stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .flatMap(word ->
                        Stream.concat(Stream.of(word), Stream.of(word.split("[^\\p{L}\\p{N}]+"))))
                .filter(word -> word.length() > 2)
                .distinct()
                .toList();
    }
}
