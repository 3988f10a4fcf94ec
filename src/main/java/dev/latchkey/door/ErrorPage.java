package dev.latchkey.door;

import dev.latchkey.core.Refusal;
import dev.latchkey.http.Call;
import dev.latchkey.http.HttpProblem;
import dev.latchkey.http.Reply;

/**
 * A page for people that says what went wrong, in their language, for doors that a browser comes
 * through but that have no pages of their own.
 */
public interface ErrorPage {

    /** What cannot go on. */
    enum Errand {
        SIGN_IN,
        SIGN_OUT
    }

    Reply of(Call call, Errand errand, Refusal refusal);

    Reply of(Call call, Errand errand, HttpProblem problem);
}
