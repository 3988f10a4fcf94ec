package dev.latchkey;

import dev.latchkey.config.Config;
import dev.latchkey.core.code.Clients;
import dev.latchkey.crypto.IdTokens;
import dev.latchkey.door.BrowserSession;
import dev.latchkey.door.HealthApi;
import dev.latchkey.http.Api;
import dev.latchkey.mail.Outbox;
import dev.latchkey.oidc.OidcApi;
import dev.latchkey.pages.Letters;
import dev.latchkey.pages.PagesApi;

import org.jspecify.annotations.Nullable;

import java.net.URI;
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
    private final Clients clients;
    private final Clock clock;
    private final BrowserSession browser;

    Doors(Config config, Backend backend, Clients clients, Clock clock) {
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
        var pages = pages();
        return List.of(pages, oidc(pages), new HealthApi(backend.database()::isReady));
    }

    private PagesApi pages() {
        return new PagesApi(
                core.links,
                Translate.allowedRedirects(config).stream().map(Doors::origin).distinct().toList(),
                core.pageStep,
                browser,
                core.passwordSignIn,
                core.endSession,
                core.signUp,
                core.signUpRules,
                core.verifyEmail,
                core.sendVerification,
                core.showInvitation,
                core.acceptInvitation,
                core.firstAdministrator,
                letters());
    }

    private OidcApi oidc(PagesApi pages) {
        return new OidcApi(
                core.links,
                clients,
                browser,
                core.check,
                core.issueCode,
                core.redeemCode,
                core.grants,
                core.pageStep,
                new IdTokens(core.keys),
                core.keys::published,
                pages,
                clock);
    }

    private @Nullable Letters letters() {
        if (config.mail().smtp() != null) {
            return null;
        }
        var outbox = new Outbox(config.data().outbox());
        return limit ->
                outbox.newest(limit).stream()
                        .map(w -> new Letters.Letter(w.to(), w.subject(), w.date(), w.text()))
                        .toList();
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
