package dev.latchkey.dialect.nuextract;

import dev.latchkey.core.session.CheckCredential;
import dev.latchkey.core.session.Checked;
import dev.latchkey.dialect.Bearer;
import dev.latchkey.http.Call;

import org.jspecify.annotations.Nullable;

/** Who calls: by the {@code oauth2Auth} of the seed, an access token or a user token. */
record Caller(CheckCredential check) {

    /** Refuses with NotSignedIn. */
    Checked require(Call call) {
        return check.run(Bearer.of(call));
    }

    /** The caller, when that needs no waiting. */
    @Nullable Checked known(Call call) {
        var credential = Bearer.of(call);
        return credential == null ? null : check.known(credential);
    }
}
