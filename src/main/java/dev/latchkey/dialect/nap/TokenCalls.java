package dev.latchkey.dialect.nap;

import dev.latchkey.core.session.Carrier;
import dev.latchkey.core.session.RefreshSession;
import dev.latchkey.core.session.SignOut;
import dev.latchkey.dialect.Fields;
import dev.latchkey.door.Origins;
import dev.latchkey.http.Call;
import dev.latchkey.http.HttpProblem;
import dev.latchkey.http.Reply;

/** Refreshing and logging out, with tokens that travel in headers. */
record TokenCalls(RefreshSession refreshSession, SignOut signOut) {
    private static final String SESSION = "X-NAP-Session-Token";
    private static final String REFRESH = "X-NAP-Refresh-Token";

    Reply refresh(Call call) {
        var token = Fields.onlyHeader(call, REFRESH);
        if (token == null) {
            throw HttpProblem.badRequest("The header " + REFRESH + " is missing.");
        }
        var grant =
                refreshSession.inOrganization(
                        token, Carrier.SESSION_TOKEN, Origins.of(call, NapApi.DOOR));
        return Reply.json(200, RefreshTokenResult.of(grant));
    }

    Reply logOut(Call call) {
        var session = Fields.onlyHeader(call, SESSION);
        var refresh = Fields.onlyHeader(call, REFRESH);
        if (session == null && refresh == null) {
            throw HttpProblem.badRequest("Send " + SESSION + " or " + REFRESH + ".");
        }
        var credential = session == null ? null : SessionToken.unwrap(session);
        signOut.run(credential, refresh, Origins.of(call, NapApi.DOOR));
        return Outcome.success("You are logged out.");
    }
}
