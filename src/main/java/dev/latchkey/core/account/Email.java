package dev.latchkey.core.account;

import java.text.Normalizer;
import java.util.Optional;

/**
 * An email address that can be written to.
 *
 * @param text as its owner wrote it, in Unicode's composed form
 * @param key what is compared: its {@link ComparisonKey}
 */
public record Email(String text, String key) {
    /** RFC 5321, section 4.5.3.1.3: 256 octets with its brackets. */
    public static final int LONGEST = 254;

    private static final String FORBIDDEN = "\"(),:;<>[\\]@ ";

    /**
     * The address, or nothing when the text is none (RFC 5321 dot-string with RFC 6531's
     * characters; no quoted local parts).
     */
    public static Optional<Email> parse(String text) {
        var composed = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        var at = composed.lastIndexOf('@');
        if (composed.length() > LONGEST || at < 1) {
            return Optional.empty();
        }
        var domain = composed.substring(at + 1);
        if (!isDotted(composed.substring(0, at))
                || !isDotted(domain)
                || domain.startsWith("-")
                || domain.endsWith("-")) {
            return Optional.empty();
        }
        var key = ComparisonKey.of(composed);
        // Compatibility forms may normalise into a second at sign or a blank: such an address is
        // two different ones.
        return key.indexOf('@') == key.lastIndexOf('@') && isDotted(key.replace("@", ".at."))
                ? Optional.of(new Email(composed, key))
                : Optional.empty();
    }

    private static boolean isDotted(String part) {
        return !part.isEmpty()
                && part.charAt(0) != '.'
                && part.charAt(part.length() - 1) != '.'
                && !part.contains("..")
                && part.codePoints().allMatch(Email::isAllowed);
    }

    private static boolean isAllowed(int c) {
        return !Character.isISOControl(c)
                && !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && Character.getType(c) != Character.FORMAT
                && Character.getType(c) != Character.SURROGATE
                && FORBIDDEN.indexOf(c) < 0;
    }

    public String localPart() {
        return text.substring(0, text.lastIndexOf('@'));
    }

    /** The comparable domain: of {@link #key}. */
    public String domain() {
        return key.substring(key.lastIndexOf('@') + 1);
    }

    @Override
    public String toString() {
        return text;
    }
}
