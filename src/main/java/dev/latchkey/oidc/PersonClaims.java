package dev.latchkey.oidc;

import dev.latchkey.core.account.User;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the scopes tell about a user (OpenID Connect Core 1.0, section 5.4). Nothing is ever told as
 * null or empty.
 */
final class PersonClaims {
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

    static Map<String, Object> of(User user, Set<String> scopes) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", user.id().toString());
        if (scopes.contains(Scopes.EMAIL)) {
            claims.put("email", user.email().text());
            claims.put("email_verified", user.isEmailVerified());
        }
        if (scopes.contains(Scopes.PROFILE)) {
            put(claims, "name", user.displayName());
            put(claims, "given_name", user.firstName());
            put(claims, "family_name", user.lastName());
            // The only name some clients read: so there always is one, and never the same for two
            // people.
            put(
                    claims,
                    "preferred_username",
                    user.userName() == null ? user.email().text() : user.userName());
            put(claims, "picture", user.avatarUrl());
            claims.put("updated_at", user.updatedAt().getEpochSecond());
        }
        return claims;
    }

    private static void put(Map<String, Object> claims, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            claims.put(name, value);
        }
    }
}
