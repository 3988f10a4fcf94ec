package dev.latchkey.oidc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/** A client's back channel: keeps what it is sent, and answers as it is told. */
final class Listener implements AutoCloseable {

    /** What came. */
    record Heard(String method, String contentType, String body) {
        String token() {
            assert body.startsWith("logout_token=");
            return body.substring("logout_token=".length());
        }
    }

    final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    /**
     * @param status by how many came before
     */
    Listener(IntFunction<Integer> status) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(exchange, status));
        server.start();
    }

    private void answer(HttpExchange exchange, IntFunction<Integer> status) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var before = heard.size();
        heard.add(
                new Heard(
                        exchange.getRequestMethod(),
                        String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
                        body));
        exchange.getResponseHeaders().add("Location", uri() + "/redirected");
        exchange.sendResponseHeaders(status.apply(before), -1);
        exchange.close();
    }

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
