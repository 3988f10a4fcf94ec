package dev.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Map;

class QueryTest {
    private final Values values = new Values(id -> id);

    @Test
    void names_become_question_marks_in_their_order() {
        var query = Query.parse("SELECT 1 WHERE a = :one AND b > :two2 OR c = :one");

        assertThat(query.text()).isEqualTo("SELECT 1 WHERE a = ? AND b > ? OR c = ?");
        assertThat(query.inOrder(Map.of("one", "x", "two2", Instant.ofEpochMilli(7)), values))
                .containsExactly("x", 7L, "x");
    }

    @Test
    void quotes_and_casts_hold_no_names() {
        var text = "SELECT ':no' || \":no\" || 'it''s :no' || x::TEXT || '$1\\'";

        assertThat(Query.parse(text).text()).isEqualTo(text);
        assertThat(Query.parse(text).names()).isEmpty();
    }

    @Test
    void a_missing_value_and_one_too_many_are_told() {
        var query = Query.parse("SELECT :a");

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> query.inOrder(Map.of("b", "secret"), values))
                .withMessageContaining("no value for a")
                .withMessageNotContaining("secret");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> query.inOrder(Map.of("a", 1, "b", 2), values))
                .withMessageContaining("b");
    }
}
