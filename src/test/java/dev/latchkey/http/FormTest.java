package dev.latchkey.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    @Test
    void fields_are_decoded() {
        var form = Form.read(Calls.form("a=b+c%2B%C3%A9&%61b=x=y&empty=&bare&&"));

        assertThat(form.get("a")).isEqualTo("b c+é");
        assertThat(form.get("ab")).isEqualTo("x=y");
        assertThat(form.get("empty")).isEmpty();
        assertThat(form.get("bare")).isEmpty();
        assertThat(form.get("absent")).isNull();
    }

    @Test
    void raw_utf_8_is_taken() {
        assertThat(Form.read(Calls.form("a=\u00c3\u00a9")).get("a")).isEqualTo("é");
    }

    /** What stands beside a field makes no difference to it. */
    @Test
    void a_field_reads_the_same_beside_escaped_ones() {
        var form = Form.read(Calls.form("plain=a.b-c_d~&pl%61in2=%61&c3=\u00c3\u00a9&&=&&=x"));

        assertThat(form.get("plain")).isEqualTo("a.b-c_d~");
        assertThat(form.get("plain2")).isEqualTo("a");
        assertThat(form.get("c3")).isEqualTo("é");
        assertThat(form.fields().get("")).containsExactly("", "x");
    }

    @Test
    void nothing_but_separators_is_no_field() {
        assertThat(Form.read(Calls.form("&".repeat(60_000))).fields()).isEmpty();
    }

    @Test
    void a_field_sent_twice_has_no_single_value() {
        var form = Form.read(Calls.form("a=1&a=2"));

        assertThat(form.get("a")).isNull();
        assertThat(form.fields().get("a")).containsExactly("1", "2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=%",
                "a=%4",
                "a=%zz",
                "%=1",
                "a=%00",
                "a=\0",
                "a\0=1",
                "plain=1&a=%00",
                "a=%ff",
                "a=%C0%80",
                "a=%ED%A0%80",
                "a=\u00e9",
                "a=%+1",
                "a=%-1"
            })
    void broken_fields_are_a_400(String body) {
        var problem = catchThrowableOfType(HttpProblem.class, () -> Form.read(Calls.form(body)));

        assertThat(problem.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "application/json",
                "multipart/form-data",
                "application/x-www-form-urlencodedx",
                "application/x-www-form-urlencoded; charset=utf-16"
            })
    void another_content_type_is_a_415(String type) {
        var problem =
                catchThrowableOfType(
                        HttpProblem.class, () -> Form.read(Calls.post(type, new byte[0])));

        assertThat(problem.status()).isEqualTo(415);
    }
}
