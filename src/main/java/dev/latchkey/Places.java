package dev.latchkey;

import dev.latchkey.Listeners.Place;
import dev.latchkey.config.Config;
import dev.latchkey.config.SecretText;
import dev.latchkey.core.client.FirstPartyClient;
import dev.latchkey.dialect.CrossSite;
import dev.latchkey.dialect.SessionCookie;
import dev.latchkey.dialect.aivo.AivoApi;
import dev.latchkey.dialect.aivo.AivoRoles;
import dev.latchkey.dialect.nap.NapApi;
import dev.latchkey.dialect.nap.NapSettings;
import dev.latchkey.dialect.nuextract.NuExtractAccount;
import dev.latchkey.dialect.nuextract.NuExtractApi;
import dev.latchkey.dialect.nuextract.NuExtractSignIn;
import dev.latchkey.dialect.nuextract.UserTokens;
import dev.latchkey.dialect.semaphore.Callers;
import dev.latchkey.dialect.semaphore.Login;
import dev.latchkey.dialect.semaphore.OidcSignIn;
import dev.latchkey.dialect.semaphore.SemaphoreApi;
import dev.latchkey.dialect.semaphore.Tokens;
import dev.latchkey.dialect.trieve.Targets;
import dev.latchkey.dialect.trieve.TrieveAccount;
import dev.latchkey.dialect.trieve.TrieveApi;
import dev.latchkey.dialect.trieve.TrieveSignIn;
import dev.latchkey.door.BrowserSignIn;
import dev.latchkey.http.Api;

import java.time.Clock;
import java.util.List;

/** The five APIs with the use cases they need, and where each hangs. */
final class Places {
    private final Config config;
    private final Core core;
    private final Clock clock;
    private final boolean secure;
    private final CrossSite crossSite;

    Places(Config config, Core core, Clock clock) {
        this.config = config;
        this.core = core;
        this.clock = clock;
        this.secure = config.server().publicUrl().getScheme().equals("https");
        this.crossSite = new CrossSite(core.redirects);
    }

    List<Place> all() {
        var apis = config.apis();
        return List.of(
                new Place(TrieveApi.DOOR, apis.trieve(), "/trieve", "", trieve()),
                new Place(NuExtractApi.DOOR, apis.nuextract(), "/nuextract/v1", "", nuextract()),
                new Place(
                        SemaphoreApi.DOOR, apis.semaphore(), "/semaphore/api", "/api", semaphore()),
                new Place("aivo", apis.aivo().endpoint(), "/aivo/auth/v1", "/auth/v1", aivo()),
                new Place("nap", apis.nap().endpoint(), "/nap", "", nap()));
    }

    /** The APIs that send browsers to our own sign-in page, as its clients. */
    List<FirstPartyClient> clients(Listeners listeners) {
        return List.of(
                TrieveApi.client(listeners.basesOf(TrieveApi.DOOR)),
                NuExtractApi.client(core.redirects),
                SemaphoreApi.client(listeners.basesOf(SemaphoreApi.DOOR)));
    }

    private Api trieve() {
        var cookie = new SessionCookie(TrieveApi.COOKIE, secure, clock);
        var targets = new Targets(core.redirects, core.links);
        return new TrieveApi(
                new TrieveSignIn(
                        core.federation.providers,
                        browserSignIn(TrieveApi.DOOR),
                        targets,
                        core.check,
                        cookie),
                new TrieveAccount(core.check, core.endSession, cookie, crossSite));
    }

    private Api nuextract() {
        return new NuExtractApi(
                new NuExtractSignIn(
                        core.redirects, core.links, core.exchangeCode, core.refreshSession, clock),
                new NuExtractAccount(core.check, core.endSession),
                new UserTokens(
                        core.check,
                        core.listApiTokens,
                        core.createApiToken,
                        core.renameApiToken,
                        core.revokeApiToken,
                        config.tokens().neverExpires()));
    }

    private Api semaphore() {
        var cookie = new SessionCookie(SemaphoreApi.COOKIE, secure, clock);
        var callers = new Callers(core.check, cookie, crossSite);
        return new SemaphoreApi(
                new Login(core.passwordSignIn, core.endSession, callers, core.federation.providers),
                new OidcSignIn(
                        core.federation.providers,
                        browserSignIn(SemaphoreApi.DOOR),
                        core.redirects,
                        core.links,
                        cookie),
                new Tokens(callers, core.listApiTokens, core.createApiToken, core.revokeApiToken));
    }

    private BrowserSignIn browserSignIn(String door) {
        return new BrowserSignIn(door, core.federation.begin, core.federation.complete, secure);
    }

    private Api aivo() {
        return new AivoApi(
                AivoRoles.of(config.apis().aivo().roles()),
                core.passwordSignIn,
                core.refreshSession,
                core.signOut,
                core.check,
                clock);
    }

    private Api nap() {
        var nap = config.apis().nap();
        var keys = nap.apiKeys().stream().map(SecretText::value).toList();
        return new NapApi(
                NapSettings.of(keys, nap.verifyEmailAlwaysOk()),
                core.signUp,
                core.passwordSignIn,
                core.factors.prove,
                core.chooseOrganization,
                core.refreshSession,
                core.signOut,
                core.sendVerification,
                core.verifyEmail);
    }
}
