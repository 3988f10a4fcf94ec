package dev.latchkey.dialect.trieve;

import dev.latchkey.core.Refused;
import dev.latchkey.core.Uuids;
import dev.latchkey.core.federation.BeginSignIn;
import dev.latchkey.core.federation.CompleteSignIn;
import dev.latchkey.core.federation.Placement;
import dev.latchkey.core.federation.Providers;
import dev.latchkey.core.org.InvitationCode;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.session.CheckCredential;
import dev.latchkey.core.session.Credential;
import dev.latchkey.dialect.SessionCookie;
import dev.latchkey.door.BrowserSignIn;
import dev.latchkey.door.Origins;
import dev.latchkey.http.Call;
import dev.latchkey.http.HttpProblem;
import dev.latchkey.http.Reply;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** A browser's sign-in at the configured provider, and its way back. */
public final class TrieveSignIn {
    static final String CALLBACK = "/api/auth/callback";
    private static final int SEE_OTHER = 303;

    private final Providers providers;
    private final BrowserSignIn signIn;
    private final Targets targets;
    private final CheckCredential check;
    private final SessionCookie cookie;

    public TrieveSignIn(
            Providers providers,
            BrowserSignIn signIn,
            Targets targets,
            CheckCredential check,
            SessionCookie cookie) {
        this.providers = providers;
        this.signIn = signIn;
        this.targets = targets;
        this.check = check;
        this.cookie = cookie;
    }

    Reply begin(Call call) {
        var organization = uuid(call, "organization_id");
        var invitation = uuid(call, "inv_code");
        return signIn.begin(
                call,
                SEE_OTHER,
                new BeginSignIn.Command(
                        providers.usual(),
                        TrieveApi.DOOR,
                        BrowserSignIn.callback(call, CALLBACK),
                        targets.of(call),
                        organization == null ? null : new OrgId(organization),
                        invitation == null ? null : new InvitationCode(invitation),
                        null,
                        Origins.of(call, TrieveApi.DOOR)));
    }

    private static @Nullable UUID uuid(Call call, String name) {
        var text = call.query(name);
        if (text == null) {
            return null;
        }
        return Uuids.parse(text).orElseThrow(() -> HttpProblem.badRequest(name + " is no UUID."));
    }

    Reply complete(Call call) {
        try {
            var end =
                    signIn.complete(
                            call, BrowserSignIn.callback(call, CALLBACK), Placement.FOUNDED);
            return switch (end) {
                case CompleteSignIn.End.SignedIn signedIn -> shape(call, signedIn);
                case CompleteSignIn.End.More _ ->
                        Refusals.says(400, "This account asks for more: sign in at our own page.");
                case CompleteSignIn.End.VerifyEmailFirst _ ->
                        Refusals.says(
                                400, "Verify your email address first: open the link in our mail.");
            };
        } catch (Refused refused) {
            return Refusals.atCallback(refused.refusal());
        }
    }

    /** A browser goes on; who takes nothing but JSON is told who they are. */
    private Reply shape(Call call, CompleteSignIn.End.SignedIn completed) {
        var set = cookie.of(completed.grant());
        if (Preference.isForHtml(call)) {
            var target =
                    completed.founded()
                            ? Targets.withNewUser(completed.returnTo())
                            : completed.returnTo();
            return Reply.redirect(SEE_OTHER, target).with(set);
        }
        return TrieveAccount.me(check.run(new Credential.Cookie(set.value()))).with(set);
    }
}
