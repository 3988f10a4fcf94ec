package dev.latchkey.http;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a call into a reply: the route's own, or its API's words for what went wrong. */
final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private Answers() {}

    /** The answer that needs no waiting; null when the call needs a thread of its own. */
    static @Nullable Reply atOnce(ReceivedCall call) {
        return switch (call.destination()) {
            case Destination.Nowhere nowhere -> failed(call, nowhere.problem());
            case Destination.Found found -> quick(call, found.route());
        };
    }

    private static @Nullable Reply quick(ReceivedCall call, Route route) {
        var quick = route.quick();
        if (quick == null) {
            return null;
        }
        try {
            var reply = quick.tryAnswer(call);
            return reply == null ? null : checked(reply);
        } catch (Throwable problem) {
            return failed(call, problem);
        }
    }

    /** Runs the route's handler on the calling thread. */
    static Reply blocking(ReceivedCall call) {
        if (!(call.destination() instanceof Destination.Found found)) {
            throw new IllegalStateException("a call without a route has no handler");
        }
        try {
            return checked(found.route().handler().handle(call));
        } catch (Throwable problem) {
            return failed(call, problem);
        }
    }

    /** Puts a failure into the words of the API it happened in. A fault is logged here, once. */
    static Reply failed(ReceivedCall call, Throwable problem) {
        var mount = call.destination().mount();
        try {
            if (mount == null) {
                return problem instanceof HttpProblem known
                        ? Fallback.says(known)
                        : Fallback.fault();
            }
            var reply = mount.api().failed(call, problem);
            if (reply.status() == 500) {
                LOG.error("{}", place(call), problem);
            }
            return checked(withAllow(reply, problem));
        } catch (Throwable worse) {
            worse.addSuppressed(problem);
            LOG.error("{}", place(call), worse);
            return Fallback.fault();
        }
    }

    /** The route and not the path: that may hold a token. */
    private static String place(ReceivedCall call) {
        var where =
                call.destination() instanceof Destination.Found found
                        ? found.mount().prefix() + found.route().pattern()
                        : "an unknown path";
        return "request " + call.requestId() + ": " + call.method() + " " + where;
    }

    private static Reply checked(Reply reply) {
        ReplyWriter.check(reply);
        return reply;
    }

    private static Reply withAllow(Reply reply, Throwable problem) {
        return problem instanceof HttpProblem http && !http.allow().isEmpty()
                ? reply.with("Allow", String.join(", ", http.allow()))
                : reply;
    }
}
