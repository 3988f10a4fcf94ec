package dev.latchkey.dialect.nap;

import dev.latchkey.core.session.Grant;

/** {@code HandlersRefreshTokenResult}. */
record RefreshTokenResult(Tokens tokens) {

    static RefreshTokenResult of(Grant grant) {
        return new RefreshTokenResult(Tokens.of(grant));
    }
}
