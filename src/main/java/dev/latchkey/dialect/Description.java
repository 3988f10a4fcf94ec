package dev.latchkey.dialect;

import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;

import java.io.IOException;
import java.io.UncheckedIOException;

/** An API's published OpenAPI description, served as it lies in its folder. */
public final class Description {
    private Description() {}

    /** The route {@code GET /openapi.json} of the dialect whose folder {@code owner} lives in. */
    public static Route route(Class<?> owner) {
        try (var in = owner.getResourceAsStream("openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("no openapi.json beside " + owner);
            }
            var reply = Reply.of(200, Reply.JSON, in.readAllBytes());
            return Route.get("/openapi.json", call -> reply).quickly(call -> reply);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
