package dev.latchkey.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What every operation of every API has to refuse with a 4xx in its API's own error model: one
 * table, made from one good request of each operation.
 *
 * @param expected the statuses that would be right
 */
public record BadInput(String what, HttpRequest request, List<Integer> expected) {
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW");
    private static final List<Integer> UNUSABLE_BODY = List.of(400, 415, 422);
    private static final byte[] MEBIBYTE =
            " ".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);

    /**
     * A test for every way to spoil these requests.
     *
     * @param base where the API is mounted, without a trailing slash
     * @param errorModel asserts that an answer has the API's own error shape
     */
    public static Stream<DynamicTest> tests(
            URI base, List<GoodRequest> operations, Consumer<HttpResponse<String>> errorModel) {
        var client = HttpClient.newHttpClient();
        return operations.stream()
                .flatMap(good -> of(base, good))
                .map(bad -> DynamicTest.dynamicTest(bad.what, () -> bad.check(client, errorModel)))
                .onClose(client::close);
    }

    private static Stream<BadInput> of(URI base, GoodRequest good) {
        return Stream.of(
                        methods(base, good),
                        paths(base, good),
                        tooLarge(base, good),
                        bodies(base, good))
                .flatMap(some -> some);
    }

    private void check(HttpClient client, Consumer<HttpResponse<String>> errorModel)
            throws IOException, InterruptedException {
        var answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isIn(expected);
        if (answer.statusCode() == 405) {
            assertThat(answer.headers().firstValue("Allow").orElse("")).isNotBlank();
        }
        errorModel.accept(answer);
    }

    private static Stream<BadInput> methods(URI base, GoodRequest good) {
        return METHODS.stream()
                .filter(method -> !method.equals(good.method()) && !good.others().contains(method))
                .map(method ->
                        new BadInput(
                                good + " with method " + method,
                                request(base, good, "", method, null, BodyPublishers.noBody()),
                                List.of(405)));
    }

    private static Stream<BadInput> paths(URI base, GoodRequest good) {
        return Stream.of("/nope", "/%ff", "/%00", "/..%2f")
                .map(below ->
                        new BadInput(
                                good + " with " + below + " behind it",
                                request(
                                        base,
                                        good,
                                        below,
                                        good.method(),
                                        null,
                                        BodyPublishers.noBody()),
                                List.of(400, 404, 405)));
    }

    private static Stream<BadInput> tooLarge(URI base, GoodRequest good) {
        var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(MEBIBYTE));
        return Stream.of(BodyPublishers.ofByteArray(MEBIBYTE), chunked)
                .map(body ->
                        new BadInput(
                                good
                                        + " with 1 MiB "
                                        + (body.contentLength() < 0 ? "in chunks" : "at once"),
                                request(base, good, "", good.method(), "application/json", body),
                                List.of(413)));
    }

    private static Stream<BadInput> bodies(URI base, GoodRequest good) {
        return BadBody.of(good)
                .map(bad ->
                        new BadInput(
                                good + ": " + bad.what(),
                                request(
                                        base,
                                        good,
                                        "",
                                        good.method(),
                                        bad.contentType(),
                                        BodyPublishers.ofByteArray(bad.bytes())),
                                UNUSABLE_BODY));
    }

    private static HttpRequest request(
            URI base,
            GoodRequest good,
            String below,
            String method,
            @Nullable String contentType,
            BodyPublisher body) {
        var request =
                HttpRequest.newBuilder(URI.create(base + good.path() + below))
                        .timeout(Duration.ofSeconds(30))
                        .method(method, body);
        good.headers().forEach(request::header);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        return request.build();
    }
}
