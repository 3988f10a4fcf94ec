package dev.latchkey.core.password;

import dev.latchkey.core.Refusal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may be a password: 8 to 128 characters of anything, unless it is among the first that
 * somebody would guess (NIST SP 800-63B, section 3.1.1.2). Characters, not bytes.
 */
public final class PasswordPolicy {
    public static final int SHORTEST = 8;
    public static final int LONGEST = 128;

    private final Guessing guessing;
    private final List<String> ownWords;

    /**
     * @param ownWords what everybody knows about this server: its name
     */
    public PasswordPolicy(Guessing guessing, List<String> ownWords) {
        this.guessing = guessing;
        this.ownWords = List.copyOf(ownWords);
    }

    /**
     * What is wrong with it, or nothing.
     *
     * @param words what everybody knows about whose it is: names, email
     */
    public Optional<Refusal.Field> problem(String field, String password, List<String> words) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(
                    new Refusal.Field(field, "has to have at least " + SHORTEST + " characters"));
        }
        if (length > LONGEST) {
            return Optional.of(
                    new Refusal.Field(field, "may have at most " + LONGEST + " characters"));
        }
        var known = Stream.concat(ownWords.stream(), words.stream()).toList();
        return guessing.isEasy(password, known)
                ? Optional.of(new Refusal.Field(field, "is too easy to guess"))
                : Optional.empty();
    }
}
