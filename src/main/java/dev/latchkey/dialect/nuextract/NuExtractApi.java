package dev.latchkey.dialect.nuextract;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.client.FirstPartyClient;
import dev.latchkey.core.federation.RedirectRules;
import dev.latchkey.dialect.Description;
import dev.latchkey.door.SortedApi;
import dev.latchkey.http.Call;
import dev.latchkey.http.HttpProblem;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;

import java.util.List;
import java.util.stream.Stream;

/**
 * NuExtract's AuthenticationApi (seed 001), and the second names that its released clients know
 * (contracts, nuextract.md).
 */
public final class NuExtractApi extends SortedApi {
    /** Its name in settings and audit events, and its client id at our own provider. */
    public static final String DOOR = "nuextract";

    private final NuExtractSignIn signIn;
    private final NuExtractAccount account;
    private final UserTokens userTokens;

    public NuExtractApi(NuExtractSignIn signIn, NuExtractAccount account, UserTokens userTokens) {
        this.signIn = signIn;
        this.account = account;
        this.userTokens = userTokens;
    }

    /**
     * This API's apps at our own provider. They know no PKCE, so their codes are bound to the
     * redirect URI alone.
     */
    public static FirstPartyClient client(RedirectRules rules) {
        return new FirstPartyClient(DOOR, "NuExtract", false, rules::allows);
    }

    @Override
    public List<Route> routes() {
        return Stream.of(
                        List.of(
                                Route.get("/api/auth", signIn::address),
                                Route.post("/api/auth/token", signIn::token),
                                Route.get("/api/auth/me", account::me).quickly(account::knownMe),
                                Route.post("/api/auth/logout", account::logout),
                                Description.route(NuExtractApi.class)),
                        userTokens.routes("/api/auth/user-tokens", "userTokenId", TokenAnswer::of),
                        userTokens.routes(
                                "/api/auth/api-keys", "apiKeyId", TokenAnswer::withOrganization))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    protected Reply refused(Call call, Refusal refusal) {
        return Refusals.answer(refusal);
    }

    @Override
    protected Reply problem(Call call, HttpProblem problem) {
        return Failure.of(call, problem);
    }
}
