package dev.latchkey.dialect.aivo;

import dev.latchkey.core.account.User;
import dev.latchkey.core.org.Membership;

import org.jspecify.annotations.Nullable;

/**
 * {@code User}.
 *
 * @param tenantId the organization that the session acts in
 */
record AivoUser(
        String id,
        String email,
        String firstName,
        String lastName,
        String role,
        String tenantId,
        String status,
        @Nullable String avatar,
        @Nullable String lastLoginAt,
        String createdAt,
        String updatedAt) {

    static AivoUser of(User user, Membership membership, AivoRoles roles) {
        var lastLogin = user.lastLoginAt();
        return new AivoUser(
                user.id().toString(),
                user.email().text(),
                user.firstName(),
                user.lastName(),
                roles.of(user, membership),
                membership.organization().id().toString(),
                status(user.status()),
                user.avatarUrl(),
                lastLogin == null ? null : lastLogin.toString(),
                user.createdAt().toString(),
                user.updatedAt().toString());
    }

    private static String status(User.Status status) {
        return switch (status) {
            case ACTIVE -> "active";
            case DISABLED -> "suspended";
        };
    }
}
