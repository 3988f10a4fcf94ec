package dev.latchkey.http;

import io.netty.handler.codec.http.DefaultHttpHeaders;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Calls as they come through the door, without a door. */
final class Calls {
    private Calls() {}

    static Call post(String contentType, byte[] body) {
        var headers = new DefaultHttpHeaders();
        if (!contentType.isEmpty()) {
            headers.add("Content-Type", contentType);
        }
        var call =
                new ReceivedCall(
                        "POST",
                        new Target("/", null),
                        headers,
                        new Destination.Nowhere(null, HttpProblem.notFound()),
                        InetAddress.getLoopbackAddress(),
                        new Proxies(List.of()),
                        "test-1");
        call.body(body);
        return call;
    }

    static Call json(String body) {
        return post("application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    static Call form(String body) {
        return post(MediaType.FORM, body.getBytes(StandardCharsets.ISO_8859_1));
    }
}
