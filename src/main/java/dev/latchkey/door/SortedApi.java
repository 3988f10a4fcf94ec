package dev.latchkey.door;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.http.Api;
import dev.latchkey.http.Call;
import dev.latchkey.http.HttpProblem;
import dev.latchkey.http.Reply;

import java.time.Duration;

/**
 * An API whose failures are sorted: refusals by the core, problems of the protocol, and faults,
 * which the http room logs.
 */
public abstract class SortedApi implements Api {

    /** Every refusal in this API's words: one exhaustive switch. */
    protected abstract Reply refused(Call call, Refusal refusal);

    /** A problem of the protocol, or a fault of ours (500), in this API's error model. */
    protected abstract Reply problem(Call call, HttpProblem problem);

    @Override
    public final Reply failed(Call call, Throwable problem) {
        return switch (problem) {
            case Refused refused -> refused(call, refused.refusal());
            case HttpProblem known -> problem(call, known);
            default ->
                    problem(
                            call,
                            HttpProblem.of(
                                    500,
                                    "Something went wrong here. Request "
                                            + call.requestId()
                                            + "."));
        };
    }

    /** Retry-After in whole seconds, rounded up (RFC 9110, section 10.2.3). */
    public static Reply retryAfter(Reply reply, Duration wait) {
        return reply.with(
                "Retry-After", Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
    }
}
