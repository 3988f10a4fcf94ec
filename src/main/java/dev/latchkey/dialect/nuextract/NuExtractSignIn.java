package dev.latchkey.dialect.nuextract;

import dev.latchkey.core.Links;
import dev.latchkey.core.code.ExchangeCode;
import dev.latchkey.core.code.Pkce;
import dev.latchkey.core.federation.RedirectRules;
import dev.latchkey.core.session.Carrier;
import dev.latchkey.core.session.Grant;
import dev.latchkey.core.session.RefreshSession;
import dev.latchkey.door.Origins;
import dev.latchkey.http.Call;
import dev.latchkey.http.HttpProblem;
import dev.latchkey.http.Reply;

import org.jspecify.annotations.Nullable;

import java.time.Clock;

/** How an app's browser signs in, and what the app gets for the code it brings back. */
public final class NuExtractSignIn {
    private final RedirectRules rules;
    private final Links links;
    private final ExchangeCode exchange;
    private final RefreshSession refresh;
    private final Clock clock;

    public NuExtractSignIn(
            RedirectRules rules,
            Links links,
            ExchangeCode exchange,
            RefreshSession refresh,
            Clock clock) {
        this.rules = rules;
        this.links = links;
        this.exchange = exchange;
        this.refresh = refresh;
        this.clock = clock;
    }

    /** {@code GET /api/auth}: the URL to open in a browser, as plain text. */
    Reply address(Call call) {
        @Nullable String target;
        try {
            target = call.query("redirectUri");
        } catch (HttpProblem problem) {
            return Failure.bad(Failure.REDIRECT_URI, Failure.words(problem));
        }
        return target == null || target.isEmpty()
                ? Failure.bad(Failure.REDIRECT_URI, "missing")
                : address(target);
    }

    private Reply address(String target) {
        return Reply.text(
                200, links.authorize(NuExtractApi.DOOR, rules.require(target), Pkce.random()));
    }

    /** {@code POST /api/auth/token}: for a code, or for a refresh token. */
    Reply token(Call call) {
        var grant = grant(TokenRequest.read(call.json()), call);
        return Reply.json(200, TokenResponse.of(grant, clock.instant()));
    }

    private Grant grant(TokenRequest request, Call call) {
        var origin = Origins.of(call, NuExtractApi.DOOR);
        return switch (request) {
            case TokenRequest.Code(var code, var redirectUri) ->
                    exchange.run(
                            NuExtractApi.DOOR,
                            code,
                            redirectUri,
                            null,
                            Carrier.ACCESS_TOKEN,
                            origin);
            case TokenRequest.Refresh(var token) ->
                    refresh.run(token, Carrier.ACCESS_TOKEN, origin);
        };
    }
}
