package dev.latchkey.oidc;

import com.nimbusds.oauth2.sdk.token.BearerTokenError;

import dev.latchkey.core.session.CheckCredential;
import dev.latchkey.core.session.Credential;
import dev.latchkey.http.Call;
import dev.latchkey.http.Json;
import dev.latchkey.http.Reply;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Set;

/**
 * The user-info endpoint (OpenID Connect Core 1.0, section 5.3), with the access token in the
 * header or in the form (RFC 6750).
 */
final class UserInfo {
    private static final String ANSWER = "oidc user-info";

    private final CheckCredential check;

    UserInfo(CheckCredential check) {
        this.check = check;
    }

    Reply get(Call call) {
        return answer(fromHeader(call));
    }

    Reply post(Call call) {
        var header = fromHeader(call);
        if (call.body().length == 0) {
            return answer(header);
        }
        var form = call.form().get("access_token");
        return header != null && form != null
                ? refusal(BearerTokenError.INVALID_REQUEST)
                : answer(header == null ? form : header);
    }

    /**
     * Our access tokens belong to sessions, and every one of them tells what the widest scope
     * tells. API tokens are no OpenID tokens.
     */
    private Reply answer(@Nullable String token) {
        if (token == null) {
            return refusal(BearerTokenError.MISSING_TOKEN);
        }
        var checked = check.find(new Credential.Bearer(token)).orElse(null);
        if (checked == null || checked.session() == null) {
            return refusal(BearerTokenError.INVALID_TOKEN);
        }
        return Reply.of(
                200,
                Reply.JSON,
                checked.answer(
                        ANSWER,
                        who ->
                                Json.bytes(
                                        PersonClaims.of(
                                                who.profile().user(), Set.copyOf(Scopes.ALL)))));
    }

    private static @Nullable String fromHeader(Call call) {
        var header = call.header("Authorization");
        return header != null && header.toLowerCase(Locale.ROOT).startsWith("bearer ")
                ? header.substring(7).strip()
                : null;
    }

    private static Reply refusal(BearerTokenError error) {
        var body =
                error.getCode() == null
                        ? Reply.empty(401)
                        : Reply.json(error.getHTTPStatusCode(), error.toJSONObject());
        return body.with("WWW-Authenticate", error.toWWWAuthenticateHeader());
    }
}
