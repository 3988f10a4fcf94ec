package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class RehearseTest {
    @TempDir private Path folder;

    @Test
    void every_request_is_answered_as_it_should_be_and_nothing_is_left() {
        var rehearsed = new Terminal(folder).type("rehearse");

        assertThat(rehearsed.out().strip()).isEqualTo("1505 requests rehearsed");
        assertThat(rehearsed.code()).isZero();
        assertThat(folder).isEmptyDirectory();
    }
}
