package dev.latchkey.core.password;

import dev.latchkey.core.Refusal;

import java.util.Optional;

/**
 * What may be a password: 8 to 128 characters of anything (NIST SP 800-63B, section 3.1.1.2).
 * Characters, not bytes.
 */
public final class PasswordPolicy {
    public static final int SHORTEST = 8;
    public static final int LONGEST = 128;

    /** What is wrong with it, or nothing. */
    public Optional<Refusal.Field> problem(String field, String password) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(
                    new Refusal.Field(field, "has to have at least " + SHORTEST + " characters"));
        }
        if (length > LONGEST) {
            return Optional.of(
                    new Refusal.Field(field, "may have at most " + LONGEST + " characters"));
        }
        return Optional.empty();
    }
}
