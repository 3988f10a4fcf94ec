package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

class HashingCheckupTest {
    private static final Duration SHORT = Duration.ofMillis(20);

    @TempDir private Path folder;

    private Finding found(String engine, String kernel) throws IOException {
        var pages = Files.writeString(folder.resolve("enabled"), kernel);
        return new HashingCheckup(engine, SHORT, pages).run();
    }

    private Finding without(String engine, Duration one) {
        return new HashingCheckup(engine, one, folder.resolve("none")).run();
    }

    @Test
    void small_pages_of_memory_are_told() throws IOException {
        var found = found("libsodium 1.0.18", "always [madvise] never\n");

        assertThat(found.state()).isEqualTo(Finding.State.WARNING);
        assertThat(found.advice()).contains("'always'", "enabled");
    }

    @Test
    void large_ones_are_well_and_no_file_is_no_reason_to_worry() throws IOException {
        assertThat(found("libsodium 1.0.18", "[always] madvise never\n").state())
                .isEqualTo(Finding.State.OK);
        assertThat(without("libsodium 1.0.18", SHORT).state()).isEqualTo(Finding.State.OK);
    }

    @Test
    void a_missing_library_is_told_first() throws IOException {
        assertThat(found("Bouncy Castle", "[always] madvise never\n").advice())
                .contains("libsodium23");
    }

    @Test
    void the_settings_are_told_when_nothing_else_makes_it_long() {
        var found = without("libsodium 1.0.18", Duration.ofMillis(501));

        assertThat(found.state()).isEqualTo(Finding.State.WARNING);
        assertThat(found.found()).contains("501 ms", "libsodium 1.0.18");
        assertThat(found.advice()).contains("password.memory-kib");
        assertThat(without("libsodium 1.0.18", Duration.ofMillis(500)).state())
                .isEqualTo(Finding.State.OK);
    }
}
