package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RehearseTest {

    @Test
    void every_request_is_answered_as_it_should_be() throws Exception {
        assertThat(Rehearse.requests()).isEqualTo(1505);
    }

    @Test
    void it_is_no_command_of_people() {
        assertThat(Rehearse.isMeantBy("serve")).isFalse();
        assertThat(Rehearse.isMeantBy()).isFalse();
        assertThat(Rehearse.isMeantBy("rehearse", "target/native")).isTrue();
    }
}
