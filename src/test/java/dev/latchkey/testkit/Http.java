package dev.latchkey.testkit;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A plain client that follows no redirect and keeps no cookie. */
public final class Http {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();
    private static final JsonMapper JSON = JsonMapper.shared();

    /** An answer, read whole. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        /** The value of the cookie that this answer sets. */
        public Optional<String> cookie(String name) {
            return response.headers().allValues("Set-Cookie").stream()
                    .filter(line -> line.startsWith(name + "="))
                    .map(line -> line.substring(name.length() + 1, line.indexOf(';')))
                    .findFirst();
        }
    }

    private final URI base;
    private final List<String> headers = new ArrayList<>();

    private Http(URI base, List<String> headers) {
        this.base = base;
        this.headers.addAll(headers);
    }

    public static Http at(URI base) {
        return new Http(base, List.of());
    }

    /** The same client with one more header on every request. */
    public Http with(String name, String value) {
        var more = new Http(base, headers);
        more.headers.add(name);
        more.headers.add(value);
        return more;
    }

    public Http bearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Answer get(String path) {
        return send("GET", path, null, BodyPublishers.noBody());
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, BodyPublishers.noBody());
    }

    /** A POST without a body. */
    public Answer post(String path) {
        return send("POST", path, null, BodyPublishers.noBody());
    }

    /** A POST of a value as JSON. */
    public Answer post(String path, Object value) {
        return send(
                "POST",
                path,
                "application/json",
                BodyPublishers.ofString(JSON.writeValueAsString(value)));
    }

    public Answer put(String path, Object value) {
        return send(
                "PUT",
                path,
                "application/json",
                BodyPublishers.ofString(JSON.writeValueAsString(value)));
    }

    /** Any method, with a body as it stands. */
    public Answer raw(String method, String path, @Nullable String contentType, byte[] body) {
        return send(method, path, contentType, BodyPublishers.ofByteArray(body));
    }

    private Answer send(
            String method, String path, @Nullable String contentType, BodyPublisher body) {
        var request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .method(method, body)
                        .timeout(Duration.ofSeconds(30));
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
