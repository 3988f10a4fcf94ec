package dev.latchkey.http;

import io.netty.handler.codec.http.HttpHeaders;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A call as it came through the door. Made on the event loop, then used by one thread at a time.
 */
final class ReceivedCall implements Call {
    private static final byte[] NOTHING = {};

    private final String method;
    private final Target target;
    private final HttpHeaders headers;
    private final Destination destination;
    private final InetAddress peer;
    private final Proxies proxies;
    private final String requestId;
    private byte[] body = NOTHING;
    private @Nullable Map<String, List<String>> queries;

    ReceivedCall(
            String method,
            Target target,
            HttpHeaders headers,
            Destination destination,
            InetAddress peer,
            Proxies proxies,
            String requestId) {
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.destination = destination;
        this.peer = peer;
        this.proxies = proxies;
        this.requestId = requestId;
    }

    void body(byte[] whole) {
        body = whole;
    }

    Destination destination() {
        return destination;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String path() {
        return target.path();
    }

    @Override
    public URI base() {
        var mount = destination.mount();
        if (mount == null) {
            throw new IllegalStateException("this call came through no mount");
        }
        return mount.base();
    }

    @Override
    public String param(String name) {
        if (destination instanceof Destination.Found found) {
            var at = found.names().indexOf(name);
            if (at >= 0) {
                return found.values()[at];
            }
        }
        throw new IllegalArgumentException("the route has no parameter " + name);
    }

    @Override
    public @Nullable String query(String name) {
        var values = queries(name);
        return values.isEmpty() ? null : values.getFirst();
    }

    @Override
    public List<String> queries(String name) {
        return queries().getOrDefault(name, List.of());
    }

    @Override
    public Map<String, List<String>> queries() {
        var known = queries;
        if (known == null) {
            var query = target.query();
            known = query == null ? Map.of() : FormReader.pairs(query);
            queries = known;
        }
        return known;
    }

    @Override
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    @Override
    public List<String> headers(String name) {
        return headers.getAll(name);
    }

    @Override
    public @Nullable String cookie(String name) {
        return Cookies.find(headers.getAll("Cookie"), name);
    }

    @Override
    public byte[] body() {
        return body;
    }

    @Override
    public InetAddress remote() {
        return proxies.client(peer, headers.getAll("X-Forwarded-For"));
    }

    @Override
    public String requestId() {
        return requestId;
    }
}
