package dev.latchkey.dialect.trieve;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.client.FirstPartyClient;
import dev.latchkey.dialect.Description;
import dev.latchkey.door.BrowserSignIn;
import dev.latchkey.door.SortedApi;
import dev.latchkey.http.Call;
import dev.latchkey.http.HttpProblem;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;

import java.net.URI;
import java.util.List;

/** Trieve's AuthApi (seed 000). */
public final class TrieveApi extends SortedApi {
    /** Its name in settings and audit events, and its client id at our own provider. */
    public static final String DOOR = "trieve";

    /** The name of the cookie that carries a session. */
    public static final String COOKIE = "trieve_session";

    private final TrieveSignIn signIn;
    private final TrieveAccount account;

    public TrieveApi(TrieveSignIn signIn, TrieveAccount account) {
        this.signIn = signIn;
        this.account = account;
    }

    /** This API at our own provider. */
    public static FirstPartyClient client(List<URI> bases) {
        return new FirstPartyClient(
                DOOR,
                "Trieve",
                true,
                BrowserSignIn.callbacks(bases, TrieveSignIn.CALLBACK)::contains);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/auth", signIn::begin),
                Route.get(TrieveSignIn.CALLBACK, signIn::complete),
                Route.get("/api/auth/me", account::me).quickly(account::knownMe),
                Route.delete("/api/auth", account::logout),
                Description.route(TrieveApi.class));
    }

    @Override
    protected Reply refused(Call call, Refusal refusal) {
        return Refusals.answer(refusal);
    }

    @Override
    protected Reply problem(Call call, HttpProblem problem) {
        return Refusals.says(problem.status(), String.valueOf(problem.getMessage()));
    }
}
