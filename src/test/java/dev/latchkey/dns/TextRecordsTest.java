package dev.latchkey.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.org.DomainRecords.Answer;
import dev.latchkey.testkit.NameServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class TextRecordsTest {
    private static final String NAME = "_latchkey-challenge.acme.example";

    private final NameServer server = NameServer.start();
    private final TextRecords records = new TextRecords(server.address());

    @AfterEach
    void stop() {
        server.close();
    }

    private List<String> texts() {
        return ((Answer.Texts) records.texts(NAME)).texts();
    }

    @Test
    void every_record_of_a_name_is_read() {
        server.says(NAME, "v=spf1 -all", "latchkey-domain-verification=abc_-DEF");

        assertThat(texts())
                .containsExactlyInAnyOrder("v=spf1-all", "latchkey-domain-verification=abc_-DEF");
    }

    @Test
    void a_record_in_pieces_is_one_text() {
        server.saysInPieces(NAME, "latchkey-domain-", "verification=abc");

        assertThat(texts()).containsExactly("latchkey-domain-verification=abc");
    }

    @Test
    void a_value_that_somebody_put_into_quotes_is_read_without() {
        server.says(NAME, "\\\"latchkey-domain-verification=abc\\\"");

        assertThat(texts()).containsExactly("latchkey-domain-verification=abc");
    }

    @Test
    void a_name_that_is_not_there_has_no_texts() {
        assertThat(texts()).isEmpty();
        server.says(NAME);
        assertThat(texts()).isEmpty();
    }

    @Test
    void what_does_not_fit_into_a_datagram_is_asked_for_again_over_tcp() {
        var many = new String[200];
        for (int i = 0; i < many.length; i++) {
            many[i] = "text" + i + "x".repeat(200);
        }
        server.says(NAME, many);

        assertThat(texts()).hasSize(200);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HONEST")
    void a_server_that_gives_no_answer_is_waited_for_no_longer_than_some_seconds(
            NameServer.Manner manner) {
        server.says(NAME, "latchkey-domain-verification=abc");
        server.behaves(manner);
        var begin = Instant.now();

        assertThat(records.texts(NAME)).isEqualTo(new Answer.Unanswered());
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void a_server_that_is_not_there_gives_no_answer() {
        server.close();

        assertThat(records.texts(NAME)).isEqualTo(new Answer.Unanswered());
    }
}
