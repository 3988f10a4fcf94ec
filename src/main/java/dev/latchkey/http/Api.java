package dev.latchkey.http;

import java.util.List;

/** A set of routes with one manner of saying no. */
public interface Api {

    List<Route> routes();

    /**
     * Puts a failure into this API's own error model. Gets everything a handler throws, and every
     * {@link HttpProblem} that the door finds by itself below this API's mount (unknown path, wrong
     * method, body too large, time-out). Never throws.
     */
    Reply failed(Call call, Throwable problem);
}
