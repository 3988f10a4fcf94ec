package dev.latchkey.http;

import io.netty.handler.codec.http.HttpRequest;

import java.net.InetAddress;

/**
 * Where the requests of one connection are looked at first: by the door's rules, then the router's.
 */
final class Reception {
    private final Desk desk;
    private final Router router;
    private final InetAddress peer;
    private final RequestIds ids = new RequestIds();

    Reception(Desk desk, Router router, InetAddress peer) {
        this.desk = desk;
        this.router = router;
        this.peer = peer;
    }

    /** Throws {@link HttpProblem} when not even the API can be found that is asked. */
    Exchange receive(HttpRequest request) {
        var head = RequestHead.of(request);
        var method = request.method().name();
        var destination = router.find(head.host(), head.target().path(), method);
        var call =
                new ReceivedCall(
                        method,
                        head.target(),
                        request.headers(),
                        destination,
                        peer,
                        desk.proxies(),
                        ids.next());
        return new Exchange(head, call, new RequestBody(desk.settings().maxBody()));
    }

    /** For an answer to what was no request. */
    String nextId() {
        return ids.next();
    }
}
