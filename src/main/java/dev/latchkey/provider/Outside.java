package dev.latchkey.provider;

import dev.latchkey.core.Later;
import dev.latchkey.core.Refused;

import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls other people's servers: over TLS unless they are on this machine, never following a
 * redirect, for five seconds and 256 KiB at most, however slowly an answer trickles in. Refuses
 * with ProviderFailed.
 */
final class Outside {
    private static final int MOST_BYTES = 256 * 1024;
    private static final Duration CONNECTING = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final JsonMapper JSON = JsonMapper.shared();

    /** It reads every certificate of this machine. */
    private final Later<HttpClient> client = Later.of(Outside::client);

    /** A status and a body, both still to be judged. */
    record Answer(int status, String body) {}

    /** The same address, when it may be called at all. */
    static URI permitted(URI address) {
        var host = address.getHost();
        var safe =
                "https".equals(address.getScheme())
                        || ("http".equals(address.getScheme())
                                && host != null
                                && LOOPBACK.contains(host));
        if (!safe || host == null || address.getRawUserInfo() != null) {
            throw Failed.because("it gives an address that is not https: " + address);
        }
        return address;
    }

    Answer get(URI address, Map<String, String> headers) {
        return send(request(address, headers).GET().build());
    }

    Answer postForm(URI address, Map<String, String> headers, String form) {
        return send(
                request(address, headers)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build());
    }

    /** A JSON object from an address that has to answer 200. */
    Map<String, Object> object(URI address, Map<String, String> headers) {
        return object(address, good(address, get(address, headers)));
    }

    /** The same for a list of objects. */
    List<Map<String, Object>> list(URI address, Map<String, String> headers) {
        return read(
                address,
                good(address, get(address, headers)),
                new TypeReference<List<Map<String, Object>>>() {});
    }

    static Map<String, Object> object(URI address, String body) {
        return read(address, body, new TypeReference<Map<String, Object>>() {});
    }

    /** The body, when the status is 200. */
    static String good(URI address, Answer answer) {
        if (answer.status() != 200) {
            throw Failed.because(address + " answered " + answer.status());
        }
        return answer.body();
    }

    private static <T> T read(URI address, String body, TypeReference<T> type) {
        try {
            var value = JSON.readValue(body, type);
            if (value != null) {
                return value;
            }
        } catch (JacksonException _) {
            // told below, in the same words
        }
        throw Failed.because(address + " answered with something else than the JSON it should");
    }

    private static HttpRequest.Builder request(URI address, Map<String, String> headers) {
        var request =
                HttpRequest.newBuilder(permitted(address))
                        .timeout(PATIENCE)
                        .header("Accept", "application/json")
                        .header("User-Agent", "Latchkey");
        headers.forEach(request::header);
        return request;
    }

    private Answer send(HttpRequest request) {
        var exchange =
                client.get()
                        .sendAsync(
                                request,
                                BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES));
        try {
            HttpResponse<String> response =
                    exchange.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(response.statusCode(), response.body());
        } catch (TimeoutException _) {
            exchange.cancel(true);
            throw late(request);
        } catch (ExecutionException e) {
            // Two clocks run out at the same time: this one's, and the client's own.
            if (e.getCause() instanceof HttpTimeoutException) {
                throw late(request);
            }
            throw Failed.because(request.uri() + " cannot be reached: " + reason(e));
        } catch (InterruptedException _) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw Failed.because(request.uri() + " was given up, since this server stops");
        }
    }

    private static Refused late(HttpRequest request) {
        return Failed.because(request.uri() + " did not answer in time");
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECTING)
                .build();
    }

    private static String reason(ExecutionException failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        var message = deepest.getMessage();
        return deepest.getClass().getSimpleName() + (message == null ? "" : " " + message);
    }
}
