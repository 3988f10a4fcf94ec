package dev.latchkey.pages;

import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The stylesheet, the sign and the script, as they lie in the program. */
final class Assets {
    private static final String CSS = "text/css; charset=utf-8";
    private static final String REMEMBER = "public, max-age=600";

    private Assets() {}

    static List<Route> routes(Look look) {
        List<Route> routes = new ArrayList<>();
        if (look.logo() != null) {
            routes.add(asset(Look.logoPath(), look.logo().reply()));
        }
        routes.addAll(
                List.of(
                        asset("/auth/look.css", look.stylesheet(), CSS),
                        asset("/auth/style.css", read("style.css"), CSS),
                        asset(
                                "/auth/passkey.js",
                                read("passkey.js"),
                                "text/javascript; charset=utf-8"),
                        asset("/auth/key.svg", read("key.svg"), "image/svg+xml")));
        return routes;
    }

    private static Route asset(String path, byte[] file, String type) {
        return asset(path, Reply.of(200, type, file));
    }

    static Route asset(String path, Reply plain) {
        var reply = plain.with("Cache-Control", REMEMBER);
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
