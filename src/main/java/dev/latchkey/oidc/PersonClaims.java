package dev.latchkey.oidc;

import dev.latchkey.core.account.User;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is told about a user: by scope, or claim by claim (OpenID Connect Core 1.0, sections 5.4 and
 * 5.5). Nothing is ever told as null or empty.
 */
final class PersonClaims {
    private static final List<String> BY_EMAIL = List.of("email", "email_verified");
    private static final List<String> BY_PROFILE =
            List.of(
                    "name",
                    "given_name",
                    "family_name",
                    "preferred_username",
                    "picture",
                    "updated_at");
    static final List<String> NAMES =
            List.of(
                    "sub",
                    "email",
                    "email_verified",
                    "name",
                    "given_name",
                    "family_name",
                    "preferred_username",
                    "picture",
                    "updated_at");

    private PersonClaims() {}

    static Map<String, Object> of(User user, Set<String> scopes, Set<String> single) {
        var all = all(user);
        all.keySet()
                .removeIf(name ->
                        !name.equals("sub")
                                && !single.contains(name)
                                && !(scopes.contains(Scopes.EMAIL) && BY_EMAIL.contains(name))
                                && !(scopes.contains(Scopes.PROFILE) && BY_PROFILE.contains(name)));
        return all;
    }

    private static Map<String, Object> all(User user) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", user.id().toString());
        claims.put("email", user.email().text());
        claims.put("email_verified", user.isEmailVerified());
        put(claims, "name", user.displayName());
        put(claims, "given_name", user.firstName());
        put(claims, "family_name", user.lastName());
        put(claims, "preferred_username", userName(user));
        put(claims, "picture", user.avatarUrl());
        claims.put("updated_at", user.updatedAt().getEpochSecond());
        return claims;
    }

    /**
     * The only name some clients read: so there always is one, and never the same for two people.
     */
    static String userName(User user) {
        var own = user.userName();
        return own == null ? user.email().text() : own;
    }

    private static void put(Map<String, Object> claims, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            claims.put(name, value);
        }
    }
}
