package dev.latchkey.crypto;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An Argon2id hash as it is stored: the PHC string {@code $argon2id$v=19$m=..,t=..,p=..$salt$hash},
 * base 64 without padding.
 */
record Argon2Phc(Argon2Parameters parameters, byte[] salt, byte[] tag) {
    private static final Pattern FORM =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})"
                            + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    /** Nothing when it is no Argon2id string, or one whose parameters are out of bounds. */
    static Optional<Argon2Phc> parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            var parameters =
                    new Argon2Parameters(
                            Integer.parseInt(match.group(1)),
                            Integer.parseInt(match.group(2)),
                            Integer.parseInt(match.group(3)));
            var base64 = Base64.getDecoder();
            return Optional.of(
                    new Argon2Phc(
                            parameters,
                            base64.decode(match.group(4)),
                            base64.decode(match.group(5))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    String text() {
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        parameters.memoryKib(),
                        parameters.iterations(),
                        parameters.parallelism(),
                        base64.encodeToString(salt),
                        base64.encodeToString(tag));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Argon2Phc that
                && parameters.equals(that.parameters)
                && Arrays.equals(salt, that.salt)
                && Arrays.equals(tag, that.tag);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(salt);
    }

    /** Without the hash: a log line is no place for it. */
    @Override
    public String toString() {
        return "Argon2Phc[" + parameters + "]";
    }
}
