package dev.latchkey.http;

/**
 * One request on its way to its answer.
 *
 * @param keepAlive whether the client will go on with this connection
 */
record Exchange(ReceivedCall call, RequestBody body, boolean keepAlive) {

    boolean isHead() {
        return call.method().equals("HEAD");
    }
}
