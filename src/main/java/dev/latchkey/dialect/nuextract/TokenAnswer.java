package dev.latchkey.dialect.nuextract;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.latchkey.core.token.ApiToken;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * {@code UserTokenResponse}; with {@code organization} also {@code ApiKeyResponse}.
 *
 * @param token whole when it was just made, else masked
 * @param expiresAt the client demands a date: one that never ends carries the configured far one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TokenAnswer(
        String id,
        String name,
        String token,
        String userId,
        String createdAt,
        String expiresAt,
        @Nullable String organization) {

    /** Shapes a token for one of the two names of this resource. */
    @FunctionalInterface
    interface Shape {
        TokenAnswer of(ApiToken token, String text, Instant neverExpires);
    }

    static String masked(ApiToken token) {
        return token.shown() + "********";
    }

    static TokenAnswer of(ApiToken token, String text, Instant neverExpires) {
        return of(token, text, neverExpires, null);
    }

    static TokenAnswer withOrganization(ApiToken token, String text, Instant neverExpires) {
        var organization = token.organization();
        return of(token, text, neverExpires, organization == null ? null : organization.toString());
    }

    private static TokenAnswer of(
            ApiToken token, String text, Instant neverExpires, @Nullable String organization) {
        var end = token.expiresAt() == null ? neverExpires : token.expiresAt();
        return new TokenAnswer(
                token.id().toString(),
                token.name(),
                text,
                token.user().toString(),
                token.createdAt().toString(),
                end.toString(),
                organization);
    }
}
