package dev.latchkey;

import dev.latchkey.config.Config;
import dev.latchkey.core.client.AllClients;
import dev.latchkey.crypto.IdTokens;
import dev.latchkey.door.BrowserSession;
import dev.latchkey.door.HealthApi;
import dev.latchkey.http.Api;
import dev.latchkey.oidc.OidcApi;
import dev.latchkey.pages.PagesApi;

import java.time.Clock;
import java.util.List;

/**
 * What answers at the root of the main port: the hosted pages, our OpenID provider, the health
 * check.
 */
final class Doors {
    private final Config config;
    private final Backend backend;
    private final Core core;
    private final AllClients clients;
    private final Clock clock;
    private final BrowserSession browser;

    Doors(Config config, Backend backend, AllClients clients, Clock clock) {
        this.config = config;
        this.backend = backend;
        this.core = backend.core();
        this.clients = clients;
        this.clock = clock;
        this.browser =
                new BrowserSession(
                        core.check, config.server().publicUrl().getScheme().equals("https"));
    }

    /** The pages first: what no door knows is told on a page. */
    List<Api> all() {
        var pages = new HostedPages(config, core, clients, clock).api(browser);
        return List.of(pages, oidc(pages), new HealthApi(backend.database()::isReady));
    }

    private OidcApi oidc(PagesApi pages) {
        return new OidcApi(
                core.links,
                clients,
                core.openId.authenticate(clients),
                browser,
                core.check,
                core.issueCode,
                core.openId.giveConsent,
                core.endSession,
                core.openId.exchangeCode,
                core.openId.refreshTokens,
                core.openId.grantToClient,
                core.openId.checkToken,
                core.openId.revokeToken,
                core.openId.browserOrigins,
                core.pageStep,
                new IdTokens(core.keys),
                core.keys::published,
                pages,
                clock);
    }
}
