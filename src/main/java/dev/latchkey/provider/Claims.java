package dev.latchkey.provider;

import dev.latchkey.config.ProviderConfig.Claim;
import dev.latchkey.core.federation.Identity;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * What a provider tells of somebody, read by the names that it uses.
 *
 * @param names what the provider calls what we look for
 * @param values as they came
 */
record Claims(Map<Claim, String> names, Map<String, Object> values) {

    /** OpenID Connect Core 1.0, section 5.1. */
    static final Map<Claim, String> OPENID =
            Map.of(
                    Claim.SUBJECT, "sub",
                    Claim.EMAIL, "email",
                    Claim.EMAIL_VERIFIED, "email_verified",
                    Claim.NAME, "name",
                    Claim.GIVEN_NAME, "given_name",
                    Claim.FAMILY_NAME, "family_name",
                    Claim.USER_NAME, "preferred_username");

    static final Map<Claim, String> OAUTH2 =
            Map.of(
                    Claim.SUBJECT, "id",
                    Claim.EMAIL, "email",
                    Claim.NAME, "name",
                    Claim.USER_NAME, "login");

    /** The usual names, and over them what was configured. */
    static Map<Claim, String> names(Map<Claim, String> usual, Map<Claim, String> configured) {
        var names = new EnumMap<>(usual);
        names.putAll(configured);
        return names;
    }

    /** These, and what the others say about what these do not. */
    Claims or(Map<String, Object> others) {
        var all = new HashMap<>(others);
        all.putAll(values);
        return new Claims(names, all);
    }

    /** Text, or a whole number as text; null when there is none. */
    @Nullable String text(Claim claim) {
        var name = names.get(claim);
        var value = name == null ? null : values.get(name);
        return switch (value) {
            case String text when !text.isBlank() -> text;
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case null, default -> null;
        };
    }

    /** Some providers send the word instead of the value. */
    boolean isTrue(Claim claim) {
        var name = names.get(claim);
        var value = name == null ? null : values.get(name);
        return Boolean.TRUE.equals(value) || "true".equals(value);
    }

    Identity identity(String issuer, String subject) {
        return identity(issuer, subject, text(Claim.EMAIL), isTrue(Claim.EMAIL_VERIFIED));
    }

    Identity identity(
            String issuer, String subject, @Nullable String email, boolean emailVerified) {
        var given = text(Claim.GIVEN_NAME);
        var family = text(Claim.FAMILY_NAME);
        var whole = text(Claim.NAME);
        if (given == null && family == null && whole != null) {
            var blank = whole.strip().lastIndexOf(' ');
            given = blank < 0 ? whole.strip() : whole.strip().substring(0, blank);
            family = blank < 0 ? null : whole.strip().substring(blank + 1);
        }
        return new Identity(
                issuer, subject, email, emailVerified, given, family, text(Claim.USER_NAME));
    }
}
