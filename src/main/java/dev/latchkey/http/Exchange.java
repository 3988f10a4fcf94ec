package dev.latchkey.http;

/** One request on its way to its answer. */
record Exchange(RequestHead head, ReceivedCall call, RequestBody body) {

    /** Whether nothing of the body may be read because too much of it was announced. */
    boolean isTooLarge(int maxBody) {
        return head.contentLength() > maxBody;
    }

    /** Whether the client waits to be told to go on (RFC 9110, section 10.1.1). */
    boolean awaitsContinue() {
        return head.expectsContinue() && head.contentLength() != 0;
    }

    boolean isHead() {
        return call.method().equals("HEAD");
    }
}
