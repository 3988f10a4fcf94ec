package dev.latchkey.dialect.nap;

import dev.latchkey.http.Reply;

/**
 * {@code HandlersLogoutResult}, {@code HandlersSendVerificationEmailResult} and {@code
 * HandlersVerifyEmailTokenResult}, which are alike.
 */
record Outcome(boolean success, String message) {

    static Reply success(String message) {
        return Reply.json(200, new Outcome(true, message));
    }
}
