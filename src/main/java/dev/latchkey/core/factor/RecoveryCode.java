package dev.latchkey.core.factor;

import dev.latchkey.core.token.TokenHash;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A code for the day when the other factors are lost: 120 random bits, so that a plain hash keeps
 * it (NIST SP 800-63B, section 3.1.2.2), as six groups of four characters.
 */
public record RecoveryCode(String text) {
    /** How many somebody gets at once. */
    public static final int COUNT = 10;

    private static final int BYTES = 15;
    private static final Pattern FORM = Pattern.compile("[A-Z2-7]{24}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static List<RecoveryCode> fresh() {
        return Stream.generate(RecoveryCode::random).limit(COUNT).toList();
    }

    private static RecoveryCode random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new RecoveryCode(Base32.encode(bytes).replaceAll("(.{4})(?!$)", "$1-"));
    }

    /**
     * What was typed, in any case, with or without its hyphens; nothing when it cannot be a code.
     */
    static Optional<RecoveryCode> parse(String typed) {
        var plain = plain(typed);
        return FORM.matcher(plain).matches()
                ? Optional.of(new RecoveryCode(plain))
                : Optional.empty();
    }

    TokenHash hash() {
        return TokenHash.of("recovery code " + plain(text));
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** Never the code itself, so that no log line holds one. */
    @Override
    public String toString() {
        return "a recovery code";
    }
}
