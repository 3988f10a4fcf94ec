package dev.latchkey.core.factor;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;

/** What somebody may call a passkey: 1 to 60 characters, none of them a control. */
final class PasskeyName {
    private static final int LONGEST = 60;

    private PasskeyName() {}

    /** Refuses with InvalidInput. */
    static String check(String typed) {
        var name = typed.strip();
        var length = name.codePointCount(0, name.length());
        if (length == 0 || length > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw new Refused(
                    Refusal.InvalidInput.of(
                            "name", "has to have 1 to " + LONGEST + " printable characters"));
        }
        return name;
    }
}
