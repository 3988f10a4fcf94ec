package dev.latchkey.pages;

import com.microsoft.playwright.Page;

import dev.latchkey.core.Origin;
import dev.latchkey.core.client.ClientProof;
import dev.latchkey.core.client.ClientSettings;
import dev.latchkey.core.client.GrantType;
import dev.latchkey.core.client.IdTokenAlgorithm;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Somebody is sent here by applications: good ones, and ones that do it wrong. */
record ApplicationWalk(Steps steps) {
    private static final String EMAIL = "augusta@example.org";

    ApplicationWalk(TestServer server, Page page, BiConsumer<Page, String> stop) {
        this(new Steps(server, page, stop));
    }

    void run() {
        steps.server().user(EMAIL);
        steps.signIn(EMAIL, TestServer.PASSWORD);
        steps.go("/account/applications");
        steps.at("Applications", "applications-none");
        consent();
        errors();
    }

    private void consent() {
        // It leads back to a page of ours, so that the browser leaves nothing that is tested.
        var back = steps.server().url() + "/account/applications";
        steps.go(
                "/oidc/authorize?response_type=code&scope=openid+profile+email+offline_access"
                        + "&state=s&client_id="
                        + register(back)
                        + "&redirect_uri="
                        + Visitor.encode(back));
        steps.at("The Difference Engine's Wiki", "application-consent");
        steps.press("Allow");
        steps.at("Applications", "applications-allowed");
        steps.press("Take back: The Difference Engine's Wiki");
        steps.at("Applications", "applications-taken-back");
    }

    private String register(String back) {
        var settings =
                new ClientSettings(
                        "The Difference Engine's Wiki",
                        ClientProof.SECRET,
                        null,
                        IdTokenAlgorithm.RS256,
                        List.of(back),
                        List.of(),
                        null,
                        Set.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN),
                        null,
                        Set.of(),
                        false,
                        false);
        return steps.server()
                .core()
                .openId
                .registerClient
                .run(null, settings, null, Origin.local("test"))
                .client()
                .id();
    }

    private void errors() {
        steps.go("/oidc/authorize?client_id=nobody&ui_locales=de");
        steps.at("Diese Anmeldung geht nicht weiter", "authorize-unknown-german");
        steps.go("/oidc/continue?request=forged&ui_locales=en");
        steps.at("This sign-in cannot go on", "authorize-forged");
        steps.go("/oidc/logout?id_token_hint=forged");
        steps.at("This sign-out cannot go on", "logout-forged");
        steps.go("/oidc/logout/continue");
        steps.at("This sign-out cannot go on", "logout-continue");
        steps.go("/oidc/logout/done");
        steps.at("This sign-out cannot go on", "logout-end");
        steps.go("/oidc/logout");
        steps.at("Sign out", "logout-without-hint");
        steps.press("Sign out");
    }
}
