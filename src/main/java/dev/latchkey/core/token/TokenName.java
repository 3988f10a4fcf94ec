package dev.latchkey.core.token;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;

/** What an API token may be called: 1 to 200 characters, none of them a control character. */
final class TokenName {
    private static final int LONGEST = 200;

    private TokenName() {}

    static String check(String name) {
        var length = name.codePointCount(0, name.length());
        if (name.isBlank() || length > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw new Refused(
                    Refusal.InvalidInput.of(
                            "name", "has to have 1 to " + LONGEST + " printable characters"));
        }
        return name;
    }
}
