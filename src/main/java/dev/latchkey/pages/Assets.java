package dev.latchkey.pages;

import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The stylesheet and the sign, as they lie in the program. */
final class Assets {
    private static final String CSS = "text/css; charset=utf-8";
    private static final String REMEMBER = "public, max-age=600";

    private Assets() {}

    static List<Route> routes(Look look) {
        return List.of(
                asset("/auth/look.css", look.stylesheet(), CSS),
                asset("/auth/style.css", read("style.css"), CSS),
                asset("/auth/key.svg", read("key.svg"), "image/svg+xml"));
    }

    private static Route asset(String path, byte[] file, String type) {
        var reply = Reply.of(200, type, file).with("Cache-Control", REMEMBER);
        return Route.get(path, call -> reply).quickly(call -> reply);
    }

    private static byte[] read(String file) {
        try (var in = Assets.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing in this program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
