package dev.latchkey.oidc;

import com.nimbusds.oauth2.sdk.token.BearerTokenError;

import dev.latchkey.core.code.CheckClientToken;
import dev.latchkey.core.code.KnownToken;
import dev.latchkey.core.session.CheckCredential;
import dev.latchkey.core.session.Checked;
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
    private static final String OF_SESSION = "oidc user-info";
    private static final String OF_CLIENT = "oidc user-info of a client";

    private final CheckClientToken checkToken;
    private final CheckCredential checkCredential;

    UserInfo(CheckClientToken checkToken, CheckCredential checkCredential) {
        this.checkToken = checkToken;
        this.checkCredential = checkCredential;
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

    private Reply answer(@Nullable String token) {
        if (token == null) {
            return refusal(BearerTokenError.MISSING_TOKEN);
        }
        return checkToken.access(token).map(this::told).orElseGet(() -> ofSession(token));
    }

    /** What the token's scopes tell, and the claims that were asked for one by one. */
    private Reply told(KnownToken good) {
        var user = good.user();
        var scopes = Scopes.of(good.scope());
        if (user == null || !scopes.contains(Scopes.OPENID)) {
            return refusal(BearerTokenError.INSUFFICIENT_SCOPE);
        }
        var single = RequestedClaims.forUserInfo(good.grant().claims());
        return Reply.of(
                200,
                Reply.JSON,
                good.answer(OF_CLIENT, _ -> Json.bytes(PersonClaims.of(user, scopes, single))));
    }

    /**
     * A token of our own APIs can do everything its user can, so it tells what the widest scope
     * tells. API tokens are no OpenID tokens.
     */
    private Reply ofSession(String token) {
        return checkCredential
                .find(new Credential.Bearer(token))
                .filter(checked -> checked.session() != null)
                .map(checked ->
                        Reply.of(200, Reply.JSON, checked.answer(OF_SESSION, UserInfo::all)))
                .orElseGet(() -> refusal(BearerTokenError.INVALID_TOKEN));
    }

    private static byte[] all(Checked checked) {
        return Json.bytes(
                PersonClaims.of(checked.profile().user(), Set.copyOf(Scopes.ALL), Set.of()));
    }

    /** The answer that was made before, or null. Never waits. */
    @Nullable Reply known(Call call) {
        var token = fromHeader(call);
        var good = token == null ? null : checkToken.known(token);
        var answer = good == null ? null : good.kept(OF_CLIENT);
        return answer == null ? null : Reply.of(200, Reply.JSON, answer);
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
