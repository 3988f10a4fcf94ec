package dev.latchkey.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;

import java.util.List;

/**
 * What the door itself needs of a request's head, after the checks that Netty leaves to its users.
 *
 * @param host lower case, without port
 * @param contentLength declared bytes of the body, 0 when there is none, -1 when it is chunked
 */
record RequestHead(
        String host,
        Target target,
        long contentLength,
        boolean keepAlive,
        boolean expectsContinue) {

    /**
     * Refuses what must not be answered as if it were understood (RFC 9112, sections 3.2 and 6).
     */
    static RequestHead of(HttpRequest request) {
        var headers = request.headers();
        var authority = onlyHost(headers.getAll(HttpHeaderNames.HOST));
        var host = Authority.host(authority);
        var target = Target.parse(request.uri(), authority);
        return new RequestHead(
                host, target, length(request), keepAlive(request), expectsContinue(request));
    }

    private static String onlyHost(List<String> hosts) {
        if (hosts.size() != 1) {
            throw HttpProblem.badRequest("A request names its Host, once.");
        }
        return hosts.getFirst();
    }

    private static long length(HttpRequest request) {
        var coding = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        var length = request.headers().get(HttpHeaderNames.CONTENT_LENGTH);
        if (!coding.isEmpty()) {
            if (coding.size() > 1
                    || !coding.getFirst().equalsIgnoreCase("chunked")
                    || length != null) {
                throw HttpProblem.badRequest("The only transfer coding known here is chunked.");
            }
            return -1;
        }
        return length == null ? 0 : digits(length);
    }

    private static long digits(String length) {
        for (int i = 0; i < length.length(); i++) {
            if (length.charAt(i) < '0' || length.charAt(i) > '9') {
                throw HttpProblem.badRequest("Content-Length is no number.");
            }
        }
        return length.length() > 18 ? Long.MAX_VALUE : Long.parseLong(length);
    }

    private static boolean keepAlive(HttpRequest request) {
        return request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && HttpUtil.isKeepAlive(request);
    }

    private static boolean expectsContinue(HttpRequest request) {
        var expect = request.headers().get(HttpHeaderNames.EXPECT);
        if (expect == null || request.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
            return false;
        }
        if (!expect.equalsIgnoreCase("100-continue")) {
            throw HttpProblem.of(417, "The only expectation known here is 100-continue.");
        }
        return true;
    }
}
