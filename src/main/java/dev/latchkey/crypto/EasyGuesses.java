package dev.latchkey.crypto;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.nulabinc.zxcvbn.Zxcvbn;

import dev.latchkey.core.password.Guessing;

import java.time.Duration;
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

    /** Passwords are chosen in bursts, if at all: somebody signs up, and tries again. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    /** The one thing in the cache. */
    private enum Only {
        ONE
    }

    private final LoadingCache<Only, Zxcvbn> lists;

    public EasyGuesses() {
        this(KEPT);
    }

    /**
     * @param kept for how long after the last password its lists, some 10 MB, stay in memory;
     *     reading them again takes a tenth of a second
     */
    EasyGuesses(Duration kept) {
        lists =
                Caffeine.newBuilder()
                        .expireAfterAccess(kept)
                        .scheduler(Scheduler.systemScheduler())
                        .build(_ -> new Zxcvbn());
    }

    @Override
    public boolean isEasy(String password, List<String> words) {
        var beginning = password.substring(0, Math.min(LOOKED_AT, password.length()));
        return lists.get(Only.ONE).measure(beginning, parts(words)).getGuesses() < FEW;
    }

    boolean areListsHeld() {
        return lists.estimatedSize() > 0;
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
