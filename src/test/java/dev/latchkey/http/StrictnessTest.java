package dev.latchkey.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/** What is no HTTP/1.1, or could be read in two ways: refused, closed, never executed. */
@TestInstance(Lifecycle.PER_CLASS)
class StrictnessTest {
    private static final String NEXT = "GET /quick HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String CHUNKED =
            "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    private final EchoApi api = new EchoApi("a");
    private Door door;

    @BeforeAll
    void open() {
        door = Doors.open(Doors.at("", api));
    }

    @AfterAll
    void close() {
        door.close();
    }

    record Bad(String name, int status, String bytes) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Bad line(String name, int status, String requestLine) {
        return new Bad(name, status, requestLine + "\r\nHost: a\r\n\r\n");
    }

    private static Bad headers(String name, int status, String lines) {
        return new Bad(name, status, "POST /echo HTTP/1.1\r\n" + lines + "\r\n\r\n");
    }

    private static Bad body(String name, String rest) {
        return new Bad(name, 400, CHUNKED + rest);
    }

    static Stream<Bad> bad() {
        return Stream.of(requestLines(), hosts(), fields(), lengths(), chunks(), others())
                .flatMap(all -> all);
    }

    private static Stream<Bad> requestLines() {
        return Stream.of(
                new Bad(
                        "bare LF after the request line",
                        400,
                        "GET /hello HTTP/1.1\nHost: a\r\n\r\n"),
                line("two blanks", 400, "GET  /hello HTTP/1.1"),
                line("tab", 400, "GET\t/hello HTTP/1.1"),
                line("leading blank", 400, " GET /hello HTTP/1.1"),
                line("trailing blank", 400, "GET /hello HTTP/1.1 "),
                line("blank in the target", 400, "GET /hel lo HTTP/1.1"),
                line("control character in the target", 400, "GET /hel\1lo HTTP/1.1"),
                line("NUL in the target", 400, "GET /hel\0lo HTTP/1.1"),
                line("raw Latin-1 in the target", 400, "GET /h\u00e9llo HTTP/1.1"),
                line("fragment", 400, "GET /hello#x HTTP/1.1"),
                line("no slash", 400, "GET hello HTTP/1.1"),
                line("no version", 400, "GET /hello"),
                line("no target", 400, "GET  HTTP/1.1"),
                line("bad method", 400, "G(T /hello HTTP/1.1"),
                line("lower-case version", 400, "GET /hello http/1.1"),
                line("HTTP/1.2", 505, "GET /hello HTTP/1.2"),
                line("HTTP/2.0", 505, "GET /hello HTTP/2.0"),
                line("HTTP/1.10", 400, "GET /hello HTTP/1.10"),
                line("asterisk form", 400, "OPTIONS * HTTP/1.1"),
                line("authority form", 400, "CONNECT a:443 HTTP/1.1"),
                line("absolute form for another host", 400, "GET http://b/hello HTTP/1.1"),
                line("absolute form with a user", 400, "GET http://u@a/hello HTTP/1.1"),
                line("absolute form of another scheme", 400, "GET ftp://a/hello HTTP/1.1"),
                line("long request line", 414, "GET /" + "x".repeat(17_000) + " HTTP/1.1"));
    }

    private static Stream<Bad> hosts() {
        return Stream.of(
                headers("no Host", 400, "X: y"),
                headers("two Hosts", 400, "Host: a\r\nHost: a"),
                headers("empty Host", 400, "Host:"),
                headers("Host with a path", 400, "Host: a/b"),
                headers("Host with a user", 400, "Host: u@a"),
                headers("Host with a list", 400, "Host: a, b"),
                headers("Host with a bad port", 400, "Host: a:8x"),
                headers("Host with an open bracket", 400, "Host: [::1"),
                new Bad("HTTP/1.0 without Host", 400, "GET /hello HTTP/1.0\r\n\r\n"));
    }

    private static Stream<Bad> fields() {
        return Stream.of(
                headers("bare LF after a header", 400, "Host: a\nX: y"),
                headers("bare CR in a header", 400, "Host: a\rX: y"),
                new Bad("bare LF as the empty line", 400, "GET /hello HTTP/1.1\r\nHost: a\r\n\n"),
                headers("folded line", 400, "Host: a\r\nX: y\r\n z"),
                headers("folded line with a tab", 400, "Host: a\r\nX: y\r\n\tz"),
                headers("blank before the first header", 400, " Host: a"),
                headers("blank before the colon", 400, "Host : a"),
                headers("no colon", 400, "Host: a\r\nfoo"),
                headers("no name", 400, "Host: a\r\n: foo"),
                headers("bad name", 400, "Host: a\r\nX(: foo"),
                headers("raw UTF-8 in a name", 400, "Host: a\r\nX\u00c3\u00a9: foo"),
                headers("NUL in a value", 400, "Host: a\r\nX: f\0o"),
                headers("control character in a value", 400, "Host: a\r\nX: f\u0001o"),
                headers("DEL in a value", 400, "Host: a\r\nX: f\u007fo"),
                headers("one long header", 431, "Host: a\r\nX: " + "y".repeat(17_000)),
                headers("many headers", 431, "Host: a" + "\r\nX-Y: 1234567890".repeat(1_000)));
    }

    private static Stream<Bad> lengths() {
        return Stream.of(
                headers("two lengths", 400, "Host: a\r\nContent-Length: 1\r\nContent-Length: 2"),
                headers("a length twice", 400, "Host: a\r\nContent-Length: 1\r\nContent-Length: 1"),
                headers("list of lengths", 400, "Host: a\r\nContent-Length: 1, 1"),
                headers("signed length", 400, "Host: a\r\nContent-Length: +1"),
                headers("negative length", 400, "Host: a\r\nContent-Length: -1"),
                headers("hexadecimal length", 400, "Host: a\r\nContent-Length: 0x1"),
                headers("empty length", 400, "Host: a\r\nContent-Length:"),
                headers("huge length", 400, "Host: a\r\nContent-Length: " + "9".repeat(30)),
                headers("large length", 413, "Host: a\r\nContent-Length: 9223372036854775807"),
                headers("length over the limit", 413, "Host: a\r\nContent-Length: 65537"),
                headers(
                        "length and coding",
                        400,
                        "Host: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked"),
                headers(
                        "coding and length",
                        400,
                        "Host: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 5"),
                headers("unknown coding", 400, "Host: a\r\nTransfer-Encoding: xchunked"),
                headers("identity", 400, "Host: a\r\nTransfer-Encoding: identity"),
                headers("gzip before chunked", 400, "Host: a\r\nTransfer-Encoding: gzip, chunked"),
                headers("chunked not last", 400, "Host: a\r\nTransfer-Encoding: chunked, gzip"),
                headers("chunked twice", 400, "Host: a\r\nTransfer-Encoding: chunked, chunked"),
                headers(
                        "two codings",
                        400,
                        "Host: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked"),
                headers("chunked in quotes", 400, "Host: a\r\nTransfer-Encoding: \"chunked\""),
                headers(
                        "coding with a parameter",
                        400,
                        "Host: a\r\nTransfer-Encoding: chunked;q=1"),
                headers("empty coding", 400, "Host: a\r\nTransfer-Encoding:"),
                new Bad(
                        "coding in HTTP/1.0",
                        400,
                        "POST /echo HTTP/1.0\r\n"
                                + "Host: a\r\n"
                                + "Transfer-Encoding: chunked\r\n\r\n"
                                + "0\r\n\r\n"));
    }

    private static Stream<Bad> chunks() {
        return Stream.of(
                body("bare LF after a chunk size", "1\na\r\n0\r\n\r\n"),
                body("bare LF after a chunk", "1\r\na\n0\r\n\r\n"),
                body("bare LF after the last chunk", "1\r\na\r\n0\n\r\n"),
                body("bare LF after the trailer", "1\r\na\r\n0\r\nX: y\n\r\n"),
                body("bare LF in an extension", "1;a\nb\r\na\r\n0\r\n\r\n"),
                body("bare CR in an extension", "1;a\rb\r\na\r\n0\r\n\r\n"),
                body("chunk longer than said", "1\r\nab\r\n0\r\n\r\n"),
                body("blank before a size", " 1\r\na\r\n0\r\n\r\n"),
                body("words behind a size", "1 foo\r\na\r\n0\r\n\r\n"),
                body("0x", "0x1\r\na\r\n0\r\n\r\n"),
                body("signed size", "+1\r\na\r\n0\r\n\r\n"),
                body("negative size", "-1\r\na\r\n0\r\n\r\n"),
                body("no size", "\r\na\r\n0\r\n\r\n"),
                body("no hexadecimal", "g\r\na\r\n0\r\n\r\n"),
                new Bad("size that overflows 32 bits", 413, CHUNKED + "100000001\r\n"),
                new Bad("size that overflows 64 bits", 413, CHUNKED + "10000000000000001\r\n"),
                body("size with many zeros", "0".repeat(17_000) + "1\r\na\r\n0\r\n\r\n"),
                body("long extension", "1;" + "x".repeat(17_000) + "\r\na\r\n0\r\n\r\n"),
                body("many extensions", ("1;" + "x".repeat(1_000) + "\r\na\r\n").repeat(100)),
                body("bad trailer", "0\r\nfoo bar\r\n\r\n"),
                body("folded trailer", "0\r\nX: y\r\n z\r\n\r\n"),
                body("blank before a trailer", "0\r\n X: y\r\n\r\n"),
                new Bad(
                        "long trailer",
                        431,
                        CHUNKED + "0\r\nX: " + "y".repeat(17_000) + "\r\n\r\n"));
    }

    private static Stream<Bad> others() {
        return Stream.of(
                new Bad("HTTP/2 preface", 505, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
                new Bad("TLS hello", 400, "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc"),
                new Bad("HTTP/0.9", 400, "GET /hello\r\n"),
                new Bad(
                        "two empty lines first",
                        400,
                        "\r\n\r\nGET /hello HTTP/1.1\r\nHost: a\r\n\r\n"),
                new Bad("bare LF first", 400, "\nGET /hello HTTP/1.1\r\nHost: a\r\n\r\n"),
                headers("unknown expectation", 417, "Host: a\r\nExpect: tea\r\nContent-Length: 1"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void is_refused_closed_and_nothing_behind_it_runs(Bad bad) {
        var runs = api.runs.get();

        try (var wire = new Wire(door.ports().getFirst())) {
            var answer = wire.send(bad.bytes() + NEXT).answer();

            assertThat(answer.status()).isEqualTo(bad.status());
            assertThat(answer.header("connection")).isEqualTo("close");
            assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
            assertThat(answer.header("x-request-id")).isNotEmpty();
            assertThat(wire.rest()).isEmpty();
        }
        assertThat(api.runs).hasValue(runs);
    }

    @ParameterizedTest
    @MethodSource("bad")
    void is_refused_alike_when_it_comes_byte_by_byte(Bad bad) {
        if (bad.bytes().length() > 1_000) {
            return;
        }
        try (var wire = new Wire(door.ports().getFirst())) {
            for (var b : bad.bytes().split("")) {
                if (!wire.trySend(b)) {
                    break;
                }
            }

            assertThat(wire.answer().status()).isEqualTo(bad.status());
        }
    }
}
