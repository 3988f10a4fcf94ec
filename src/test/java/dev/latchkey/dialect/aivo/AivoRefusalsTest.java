package dev.latchkey.dialect.aivo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Refusal;
import dev.latchkey.testkit.EveryRefusal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;

class AivoRefusalsTest {

    static Iterable<Refusal> refusals() {
        return EveryRefusal.all();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void every_refusal_is_a_4xx_in_the_error_model_or_asks_for_patience(Refusal refusal) {
        var reply = AivoRefusals.reply(refusal);

        var error = JsonMapper.shared().readTree(new String(reply.body(), StandardCharsets.UTF_8));
        assertThat(error.get("error").asString()).matches("[a-z_]+");
        assertThat(error.get("message").asString()).isNotBlank();
        assertThat(error.has("validationErrors")).isEqualTo(reply.status() == 422);
        if (reply.status() == 429 || reply.status() == 503) {
            assertThat(reply.headers()).anyMatch(h -> h.name().equals("Retry-After"));
        } else {
            assertThat(reply.status()).isBetween(400, 499);
        }
    }
}
