package dev.latchkey.dialect.semaphore;

import dev.latchkey.core.session.Checked;
import dev.latchkey.core.token.CreateApiToken;
import dev.latchkey.core.token.ListApiTokens;
import dev.latchkey.core.token.RevokeApiToken;
import dev.latchkey.door.Origins;
import dev.latchkey.http.Call;
import dev.latchkey.http.Json;
import dev.latchkey.http.Reply;

import org.jspecify.annotations.Nullable;

/** The caller's API tokens. */
public final class Tokens {
    private static final String LIST = "semaphore tokens";
    private static final String NAME = "Semaphore";

    private final Callers callers;
    private final ListApiTokens list;
    private final CreateApiToken create;
    private final RevokeApiToken revoke;

    public Tokens(
            Callers callers, ListApiTokens list, CreateApiToken create, RevokeApiToken revoke) {
        this.callers = callers;
        this.list = list;
        this.create = create;
        this.revoke = revoke;
    }

    Reply list(Call call) {
        var caller = callers.require(call);
        var kept = caller.kept(LIST);
        return list(kept != null ? kept : read(caller));
    }

    /** The list that was read before, as long as nothing about its owner has changed. */
    @Nullable Reply knownList(Call call) {
        var caller = callers.known(call);
        var kept = caller == null ? null : caller.kept(LIST);
        return kept == null ? null : list(kept);
    }

    private byte[] read(Checked caller) {
        var listed = list.all(caller.user());
        var number = caller.profile().user().number();
        var answer =
                Json.bytes(
                        listed.tokens().stream()
                                .map(token -> TokenAnswer.listed(token, number, listed.at()))
                                .toList());
        if (listed.lasting()) {
            caller.keep(LIST, answer);
        }
        return answer;
    }

    private static Reply list(byte[] answer) {
        return Reply.of(200, Reply.JSON, answer);
    }

    Reply create(Call call) {
        var caller = callers.requireToAct(call);
        var created =
                create.run(
                        new CreateApiToken.Command(
                                caller.user(),
                                NAME,
                                null,
                                null,
                                Origins.of(call, SemaphoreApi.DOOR)));
        return Reply.json(201, TokenAnswer.whole(created, caller.profile().user().number()));
    }

    /** By the whole token or by the characters it is listed with. */
    Reply expire(Call call) {
        var caller = callers.requireToAct(call);
        revoke.byText(
                caller.user(), call.param("api_token_id"), Origins.of(call, SemaphoreApi.DOOR));
        return Reply.empty(204);
    }
}
