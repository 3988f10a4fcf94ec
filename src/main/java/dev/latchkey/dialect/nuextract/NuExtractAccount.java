package dev.latchkey.dialect.nuextract;

import dev.latchkey.core.session.CheckCredential;
import dev.latchkey.core.session.Checked;
import dev.latchkey.core.session.EndSession;
import dev.latchkey.door.Origins;
import dev.latchkey.http.Call;
import dev.latchkey.http.HttpProblem;
import dev.latchkey.http.Json;
import dev.latchkey.http.JsonBody;
import dev.latchkey.http.Reply;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** Who the caller is, and their leaving. */
public final class NuExtractAccount {
    private static final String ME = "nuextract me";

    private final Caller caller;
    private final EndSession endSession;

    public NuExtractAccount(CheckCredential check, EndSession endSession) {
        this.caller = new Caller(check);
        this.endSession = endSession;
    }

    Reply me(Call call) {
        return me(caller.require(call));
    }

    @Nullable Reply knownMe(Call call) {
        var checked = caller.known(call);
        return checked == null ? null : me(checked);
    }

    private static Reply me(Checked checked) {
        return Reply.of(
                200, Reply.JSON, checked.answer(ME, c -> Json.bytes(UserAnswer.of(c.profile()))));
    }

    /**
     * The body is a refresh token: its session ends when it is the caller's own; whatever else it
     * is, nothing happens.
     */
    Reply logout(Call call) {
        var checked = caller.require(call);
        var body = JsonBody.tree(call);
        if (!body.isString()) {
            throw HttpProblem.badRequest("the body has to be a JSON string");
        }
        endSession.ofUserByRefreshToken(
                checked.user(), body.asString(), Origins.of(call, NuExtractApi.DOOR));
        return Reply.json(200, Map.of());
    }
}
