package dev.latchkey.dialect.trieve;

import dev.latchkey.core.Uuids;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.session.CheckCredential;
import dev.latchkey.core.session.Checked;
import dev.latchkey.core.session.EndSession;
import dev.latchkey.dialect.CrossSite;
import dev.latchkey.dialect.SessionCookie;
import dev.latchkey.door.Origins;
import dev.latchkey.http.Call;
import dev.latchkey.http.HttpProblem;
import dev.latchkey.http.Json;
import dev.latchkey.http.Reply;

import org.jspecify.annotations.Nullable;

import java.util.stream.Stream;

/** Who the caller is, and their leaving. */
public final class TrieveAccount {
    private static final String ME = "trieve me";

    private final CheckCredential check;
    private final EndSession endSession;
    private final SessionCookie cookie;
    private final CrossSite crossSite;

    public TrieveAccount(
            CheckCredential check,
            EndSession endSession,
            SessionCookie cookie,
            CrossSite crossSite) {
        this.check = check;
        this.endSession = endSession;
        this.cookie = cookie;
        this.crossSite = crossSite;
    }

    Reply me(Call call) {
        var checked = check.run(Caller.credential(call, cookie));
        var organization = organization(call);
        if (organization != null) {
            checked.actingIn(organizationId(organization));
        }
        return me(checked);
    }

    /** Without a named organization, and with a credential that is remembered. */
    @Nullable Reply knownMe(Call call) {
        if (organization(call) != null) {
            return null;
        }
        var credential = Caller.credential(call, cookie);
        var checked = credential == null ? null : check.known(credential);
        return checked == null ? null : me(checked);
    }

    static Reply me(Checked checked) {
        return Reply.of(
                200, Reply.JSON, checked.answer(ME, c -> Json.bytes(SlimUser.of(c.profile()))));
    }

    private static @Nullable String organization(Call call) {
        var named = call.header("TR-Organization");
        return named != null ? named : call.header("x-organization");
    }

    private static OrgId organizationId(String text) {
        return Uuids.parse(text.strip())
                .map(OrgId::new)
                .orElseThrow(() -> HttpProblem.badRequest("TR-Organization is no UUID."));
    }

    /**
     * Ends every session that the caller shows; API tokens stay valid. Without any it is done
     * already.
     */
    Reply logout(Call call) {
        var token = Caller.token(call);
        var sent = cookie.sent(call);
        if (token == null && sent != null) {
            crossSite.refuse(call);
        }
        Stream.of(check.find(token), check.find(sent))
                .flatMap(found -> found.map(Checked::session).stream())
                .forEach(session -> endSession.run(session.id(), Origins.of(call, TrieveApi.DOOR)));
        return Reply.empty(204).with(cookie.cleared());
    }
}
