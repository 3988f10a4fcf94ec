package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class RehearseTest {

    @Test
    void every_request_is_answered_as_it_should_be(@TempDir Path folder) throws Exception {
        var rehearsal = folder.resolve("rehearsal");

        Rehearse.prepare(rehearsal);
        assertThat(Rehearse.requests(rehearsal)).isEqualTo(1505);

        assertThat(rehearsal).doesNotExist();
    }

    @Test
    void it_is_no_command_of_people() {
        assertThat(Rehearse.isMeantBy("serve")).isFalse();
        assertThat(Rehearse.isMeantBy()).isFalse();
        assertThat(Rehearse.isMeantBy("rehearse", "target/rehearsal")).isTrue();
    }
}
