package dev.latchkey.dialect.aivo;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.org.Membership;
import dev.latchkey.core.session.CheckCredential;
import dev.latchkey.core.session.Checked;
import dev.latchkey.dialect.Bearer;
import dev.latchkey.http.Call;
import dev.latchkey.http.Json;
import dev.latchkey.http.Reply;

import org.jspecify.annotations.Nullable;

/** Who the caller is. */
record ProfileCalls(CheckCredential checkCredential, AivoRoles roles) {
    private static final String ANSWER = "aivo me";

    Reply show(Call call) {
        return profile(checkCredential.run(Bearer.of(call)));
    }

    @Nullable Reply showKnown(Call call) {
        var bearer = Bearer.of(call);
        var checked = bearer == null ? null : checkCredential.known(bearer);
        return checked == null ? null : profile(checked);
    }

    private Reply profile(Checked checked) {
        return Reply.of(200, Reply.JSON, checked.answer(ANSWER, this::render));
    }

    private byte[] render(Checked checked) {
        return Json.bytes(AivoUser.of(checked.profile().user(), tenant(checked), roles));
    }

    /** This API knows nobody without a tenant. */
    private static Membership tenant(Checked checked) {
        var membership = checked.acting();
        if (membership == null) {
            throw new Refused(new Refusal.NoOrganization());
        }
        return membership;
    }
}
