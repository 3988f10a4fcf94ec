package dev.latchkey.pages;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.federation.BeginSignIn;
import dev.latchkey.core.federation.CompleteSignIn;
import dev.latchkey.core.federation.LoopbackNames;
import dev.latchkey.core.federation.Placement;
import dev.latchkey.core.federation.Provider;
import dev.latchkey.core.federation.SignInSteps;
import dev.latchkey.core.org.InvitationCode;
import dev.latchkey.core.signin.Onward;
import dev.latchkey.door.BrowserSignIn;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.view.CheckMailView.Mail;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * {@code /auth/provider/<id>} leads to another sign-in server, {@code /auth/callback/<id>} takes
 * the browser back, at one fixed address for each, and goes on to where it was bound.
 */
final class ProviderPage {
    static final String BEGIN = "/auth/provider/";
    private static final String CALLBACK = "/auth/callback/";

    private final Desk desk;
    private final SignInElsewhere elsewhere;
    private final Entrance entrance;
    private final CheckMail checkMail;
    private final LinkedPage linkedPage;

    ProviderPage(Desk desk, SignInElsewhere elsewhere, Entrance entrance, CheckMail checkMail) {
        this.desk = desk;
        this.elsewhere = elsewhere;
        this.entrance = entrance;
        this.checkMail = checkMail;
        this.linkedPage = new LinkedPage(desk, elsewhere);
    }

    List<Route> routes() {
        return List.of(
                Route.get(BEGIN + "{id}", this::begin),
                Route.get(CALLBACK + "{id}", this::complete));
    }

    private Reply begin(Call call) {
        var provider = provider(call);
        var step = Objects.requireNonNullElse(call.query("step"), "");
        var code = Objects.requireNonNullElse(call.query("code"), "");
        if (!isAtHome(call)) {
            return Reply.redirect(303, desk.links().local(again(provider, step, code)));
        }
        var onward = desk.onward(step);
        var command =
                new BeginSignIn.Command(
                        provider,
                        PagesApi.DOOR,
                        callback(desk, provider),
                        onward.text(),
                        null,
                        invitation(code),
                        null,
                        desk.origin(call));
        try {
            return elsewhere.signIn().begin(call, 303, command);
        } catch (Refused refused) {
            return new ProviderFailure(desk, provider, onward).page(call, refused.refusal());
        }
    }

    /** The provider knows our callback under one name; the cookie has to come back under it. */
    private boolean isAtHome(Call call) {
        var named = LoopbackNames.as(call.header("Host"), desk.links().publicUrl());
        return named.equals(desk.links().publicUrl());
    }

    private static String again(Provider provider, String step, String code) {
        return Address.of(BEGIN + provider.id(), "step", step, "code", code);
    }

    private static @Nullable InvitationCode invitation(String code) {
        return code.isEmpty()
                ? null
                : InvitationCode.parse(code.strip())
                        .orElseThrow(() -> new Refused(new Refusal.InvitationInvalid()));
    }

    static String callback(Desk desk, Provider provider) {
        return desk.links().local(CALLBACK + provider.id());
    }

    private Provider provider(Call call) {
        return elsewhere
                .providers()
                .findForeign(call.param("id"))
                .orElseThrow(() -> new Refused(new Refusal.ProviderUnknown()));
    }

    private Reply complete(Call call) {
        var provider = provider(call);
        var sealed = BrowserSignIn.step(call);
        var glimpse = elsewhere.steps().glimpse(sealed).orElse(null);
        if (glimpse != null && glimpse.linking()) {
            return linkedPage.complete(call, callback(desk, provider));
        }
        try {
            return enter(
                    call,
                    elsewhere.signIn().complete(call, callback(desk, provider), Placement.ASKED));
        } catch (Refused refused) {
            return new ProviderFailure(desk, provider, bound(glimpse))
                    .page(call, refused.refusal());
        }
    }

    private Reply enter(Call call, CompleteSignIn.End end) {
        return switch (end) {
            case CompleteSignIn.End.SignedIn(var grant, var returnTo, _) ->
                    entrance.enter(call, grant, Onward.of(returnTo));
            case CompleteSignIn.End.VerifyEmailFirst(var user, var returnTo) ->
                    checkMail.show(
                            call,
                            user.email(),
                            Onward.of(returnTo).seal(desk.steps()),
                            Mail.SENT_EARLIER);
            case CompleteSignIn.End.More(var more, var returnTo) ->
                    entrance.admit(call, more, Onward.of(returnTo).seal(desk.steps()));
        };
    }

    private static Onward bound(SignInSteps.@Nullable Glimpse glimpse) {
        return glimpse == null ? new Onward("/") : Onward.of(glimpse.returnTo());
    }
}
