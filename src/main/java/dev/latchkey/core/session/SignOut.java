package dev.latchkey.core.session;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;

import org.jspecify.annotations.Nullable;

/** Somebody ends their own session with whatever carries it. */
public final class SignOut {
    private final CheckCredential checkCredential;
    private final EndSession endSession;

    public SignOut(CheckCredential checkCredential, EndSession endSession) {
        this.checkCredential = checkCredential;
        this.endSession = endSession;
    }

    /**
     * Ends the session that the credential or else the refresh token carries. When both are good
     * and carry two sessions, the credential's ends. Refuses with NotSignedIn or
     * RefreshTokenInvalid when neither carries a live session; an API token carries none.
     */
    public void run(@Nullable Credential credential, @Nullable String refreshToken, Origin origin) {
        var session = checkCredential.find(credential).map(Checked::session);
        if (session.isPresent()) {
            endSession.run(session.get().id(), origin);
        } else if (refreshToken != null) {
            endSession.byRefreshToken(refreshToken, origin);
        } else {
            throw new Refused(new Refusal.NotSignedIn());
        }
    }
}
