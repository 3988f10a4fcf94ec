package dev.latchkey.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class RoutingTest {
    private Door door;

    @BeforeAll
    void open() {
        door =
                Doors.open(
                        Doors.at("/a", new EchoApi("a")),
                        Doors.at("/a/deep", new EchoApi("deep")),
                        Doors.at("named.example", "", new EchoApi("named")));
    }

    @AfterAll
    void close() {
        door.close();
    }

    private Wire.Answer ask(String method, String target) {
        return ask(method, target, "localhost");
    }

    private Wire.Answer ask(String method, String target, String host) {
        try (var wire = new Wire(door.ports().getFirst())) {
            return wire.send(method + " " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
                    .answer(method.equals("HEAD"));
        }
    }

    private String get(String target) {
        return ask("GET", target).body();
    }

    @Test
    void longest_prefix_wins_at_a_segment_boundary() {
        assertThat(get("/a/hello")).isEqualTo("a:hello");
        assertThat(get("/a/deep/hello")).isEqualTo("deep:hello");
        assertThat(get("/a/deeper/hello")).isEqualTo("a failed with 404");
        assertThat(get("/a")).isEqualTo("a:root");
        assertThat(get("/a/")).isEqualTo("a:root");
        assertThat(ask("GET", "/ab/hello").status()).isEqualTo(404);
    }

    @Test
    void a_host_goes_before_every_prefix() {
        assertThat(ask("GET", "/hello", "NAMED.Example:8080").body()).isEqualTo("named:hello");
        assertThat(ask("GET", "/a/hello", "named.example").body())
                .isEqualTo("named failed with 404");
    }

    @Test
    void below_no_mount_the_door_answers_itself() {
        var answer = ask("GET", "/nowhere");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).startsWith("{\"error\":\"not_found\"");
        assertThat(answer.header("content-type")).isEqualTo("application/json");
    }

    @Test
    void repeated_slashes_are_one() {
        assertThat(get("//a///hello")).isEqualTo("a:hello");
        assertThat(get("/a//path")).isEqualTo("a:/a/path http://localhost/a");
    }

    @Test
    void one_trailing_slash_is_taken_unless_it_is_an_empty_parameter() {
        assertThat(get("/a/hello/")).isEqualTo("a:hello");
        assertThat(get("/a/flow/")).isEqualTo("a:flow=");
        assertThat(get("/a/flow/x/")).isEqualTo("a:flow=x");
        assertThat(get("/a/tokens/")).isEqualTo("a:tokens");
        assertThat(ask("DELETE", "/a/tokens/").body()).isEqualTo("a:delete ");
    }

    @Test
    void parameters_are_decoded_each_by_itself() {
        assertThat(get("/a/flow/x%2Fy%3D%C3%A9+")).isEqualTo("a:flow=x/y=é+");
        assertThat(get("/a/flow/1/step/2%2f")).isEqualTo("a:1,2/");
        assertThat(get("/a/flow/%73tatic")).isEqualTo("a:static");
        assertThat(get("/%61/hello")).isEqualTo("a:hello");
    }

    @Test
    void broken_escapes_are_refused_in_the_apis_words() {
        for (var bad : new String[] {"%", "%4", "%zz", "%00", "%C3%28", "%ED%A0%80", "%C0%80"}) {
            assertThat(get("/a/flow/" + bad)).as(bad).isEqualTo("a failed with 400");
        }
        assertThat(ask("GET", "/%zz/hello").status()).isEqualTo(404);
    }

    @Test
    void literal_goes_before_parameter() {
        assertThat(get("/a/flow/static")).isEqualTo("a:static");
        assertThat(get("/a/flow/static/step/1")).isEqualTo("a:static,1");
    }

    @Test
    void wrong_method_names_the_right_ones() {
        var answer = ask("POST", "/a/hello");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("allow")).isEqualTo("GET, HEAD");
        assertThat(answer.body()).isEqualTo("a failed with 405");
        assertThat(ask("OPTIONS", "/a/hello").status()).isEqualTo(405);
        assertThat(ask("BREW", "/a/hello").status()).isEqualTo(405);
        assertThat(ask("GET", "/a/tokens/x").header("allow")).isEqualTo("DELETE");
    }

    @Test
    void head_is_get_without_the_body() {
        try (var wire = new Wire(door.ports().getFirst())) {
            wire.send("HEAD /a/hello HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(wire.answer(true).header("content-length")).isEqualTo("7");

            wire.send("GET /a/hello HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(wire.answer().body()).isEqualTo("a:hello");
        }
    }

    @Test
    void the_same_route_twice_does_not_open() {
        var api = new EchoApi("a");

        assertThatThrownBy(() -> Doors.open(Doors.at("/a", api), Doors.at("/a", api)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GET /a");
    }
}
