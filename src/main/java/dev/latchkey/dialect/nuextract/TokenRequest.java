package dev.latchkey.dialect.nuextract;

import dev.latchkey.http.HttpProblem;
import dev.latchkey.http.JsonBody;

import org.jspecify.annotations.Nullable;

/**
 * {@code TokenRequest}: one of two shapes, told apart by {@code type} or, without a known one, by
 * the members that are there.
 */
sealed interface TokenRequest {

    /** {@code TokenCodeRequest}. */
    record Code(String code, String redirectUri) implements TokenRequest {}

    /** {@code TokenRefreshRequest}. */
    record Refresh(String token) implements TokenRequest {}

    static TokenRequest read(JsonBody body) {
        var request = shaped(kind(body), body);
        body.check();
        return request;
    }

    private static TokenRequest shaped(Kind kind, JsonBody body) {
        return switch (kind) {
            case CODE -> new Code(body.text("code"), body.text("redirectUri"));
            case REFRESH -> new Refresh(body.text("token"));
        };
    }

    private static Kind kind(JsonBody body) {
        var named = Kind.of(body.optionalText("type"));
        if (named != null) {
            return named;
        }
        var isCode = body.optionalText("code") != null && body.optionalText("redirectUri") != null;
        var isRefresh = body.optionalText("token") != null;
        body.check();
        if (isCode == isRefresh) {
            throw HttpProblem.badRequest("give either code and redirectUri, or token");
        }
        return isCode ? Kind.CODE : Kind.REFRESH;
    }

    /** The two values that {@code type} has. */
    enum Kind {
        CODE("ai.numind.extract.shared.TokenCodeRequest"),
        REFRESH("ai.numind.extract.shared.TokenRefreshRequest");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        private static @Nullable Kind of(@Nullable String type) {
            for (var kind : values()) {
                if (kind.type.equals(type)) {
                    return kind;
                }
            }
            return null;
        }
    }
}
