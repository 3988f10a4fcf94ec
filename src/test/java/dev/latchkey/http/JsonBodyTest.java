package dev.latchkey.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

class JsonBodyTest {

    private static HttpProblem problem(Call call) {
        return catchThrowableOfType(HttpProblem.class, () -> JsonBody.read(call));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}}",
                "{} {}",
                "{\"a\":1,}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":1}//",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"b\":1}}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "[]",
                "null",
                "\"text\"",
                "1",
                "\u0000{}",
                "a=b",
            })
    void what_is_no_json_object_is_a_400(String body) {
        assertThat(problem(Calls.json(body)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7b2261223a22ff227d", // a byte that is never UTF-8
                "7b2261223a22c080227d", // NUL, overlong
                "7b2261223a22c1bf227d", // DEL, overlong
                "7b2261223a22eda080227d", // a surrogate
                "7b2261223a22e282227d", // cut short
                "7b2261223a22f4908080227d", // beyond U+10FFFF
                "007b00220061002200000031007d", // UTF-16
                "fffe7b007d00", // UTF-16 with a byte order mark
            })
    void bytes_that_are_not_utf_8_are_a_400(String hex) {
        var body = HexFormat.of().parseHex(hex);

        assertThat(problem(Calls.post("application/json", body)).status()).isEqualTo(400);
    }

    @Test
    void a_byte_order_mark_is_skipped() {
        assertThat(JsonBody.read(Calls.json("\uFEFF{\"a\":\"b\"}")).text("a")).isEqualTo("b");
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 1_000, 30_000})
    void deep_nesting_is_a_400(int depth) {
        var arrays = "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
        var objects = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);

        assertThat(problem(Calls.json(arrays)).status()).isEqualTo(400);
        assertThat(problem(Calls.json(objects)).status()).isEqualTo(400);
        assertThat(problem(Calls.json("[".repeat(depth))).status()).isEqualTo(400);
    }

    @Test
    void huge_numbers_do_no_harm() {
        assertThat(problem(Calls.json("{\"a\":" + "9".repeat(101) + "}")).status()).isEqualTo(400);

        var body = JsonBody.read(Calls.json("{\"a\":1e999999999,\"b\":\"c\"}"));

        assertThat(body.text("b")).isEqualTo("c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/jsonp",
                "application/json; charset=iso-8859-1",
                "json",
            })
    void another_content_type_is_a_415(String type) {
        var call = Calls.post(type, "{}".getBytes(StandardCharsets.UTF_8));

        assertThat(problem(call).status()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON ; charset=\"UTF-8\"",
                "application/json;charset=utf-8;x=y",
            })
    void json_may_have_parameters(String type) {
        var call = Calls.post(type, "{\"a\":\"é\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(JsonBody.read(call).text("a")).isEqualTo("é");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"\\u0000\"}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":\"\\udc00\\ud800\"}",
                "{\"a\":1}",
                "{\"a\":true}",
                "{\"a\":[\"x\"]}",
                "{\"a\":{}}",
            })
    void a_member_that_is_no_clean_text_is_named(String body) {
        var read = JsonBody.read(Calls.json(body));

        assertThat(read.text("a")).isEmpty();
        assertThat(read.problems()).extracting(HttpProblem.Field::name).containsExactly("a");
        assertThatThrownBy(read::check).isInstanceOf(HttpProblem.class).hasMessageContaining("a");
    }

    @Test
    void every_problem_is_told_at_once() {
        var body = JsonBody.read(Calls.json("{\"a\":null,\"b\":\"\",\"c\":2}"));

        body.text("a");
        body.text("b");
        body.text("c");
        body.text("d");

        assertThat(catchThrowableOfType(HttpProblem.class, body::check).fields())
                .extracting(HttpProblem.Field::name)
                .containsExactly("a", "b", "c", "d");
    }

    @Test
    void an_over_long_member_is_refused() {
        var longest = "x".repeat(JsonBody.MAX_TEXT);

        assertThat(JsonBody.read(Calls.json("{\"a\":\"" + longest + "\"}")).text("a"))
                .isEqualTo(longest);

        var longer = JsonBody.read(Calls.json("{\"a\":\"x" + longest + "\"}"));

        assertThat(longer.optionalText("a")).isNull();
        assertThat(longer.problems()).hasSize(1);
    }

    @Test
    void pairs_of_surrogates_are_text() {
        assertThat(JsonBody.read(Calls.json("{\"a\":\"\\ud83d\\ude00\"}")).text("a"))
                .isEqualTo("😀");
    }
}
