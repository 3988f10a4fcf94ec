package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class HashingCheckupTest {
    @TempDir private Path folder;

    private Finding found(String engine, String kernel) throws IOException {
        var pages = Files.writeString(folder.resolve("enabled"), kernel);
        return new HashingCheckup(engine, pages).run();
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
        assertThat(new HashingCheckup("libsodium 1.0.18", folder.resolve("none")).run().state())
                .isEqualTo(Finding.State.OK);
    }

    @Test
    void a_missing_library_is_told_first() throws IOException {
        assertThat(found("Bouncy Castle", "[always] madvise never\n").advice())
                .contains("libsodium23");
    }
}
