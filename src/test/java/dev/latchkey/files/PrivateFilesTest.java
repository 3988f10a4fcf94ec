package dev.latchkey.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class PrivateFilesTest {
    @TempDir private Path folder;

    @Test
    void a_file_and_the_folders_above_it_are_private() throws IOException {
        var file = PrivateFiles.in(folder.resolve("a/b")).write("x", new byte[] {1});

        assertThat(file).hasBinaryContent(new byte[] {1});
        assertThat(modeOf(file)).isEqualTo("rw-------");
        assertThat(modeOf(folder.resolve("a"))).isEqualTo("rwx------");
        assertThat(modeOf(folder.resolve("a/b"))).isEqualTo("rwx------");
    }

    @Test
    void a_write_replaces_and_a_new_write_does_not() throws IOException {
        var files = PrivateFiles.in(folder);

        assertThat(files.writeNew("x", new byte[] {1})).isTrue();
        assertThat(files.writeNew("x", new byte[] {2})).isFalse();
        assertThat(folder.resolve("x")).hasBinaryContent(new byte[] {1});
        files.write("x", new byte[] {3});

        assertThat(folder.resolve("x")).hasBinaryContent(new byte[] {3});
        try (var left = Files.list(folder)) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void a_folder_behind_a_link_is_used_as_it_is() throws IOException {
        var real = Files.createDirectory(folder.resolve("real"));
        var link = Files.createSymbolicLink(folder.resolve("link"), real);

        PrivateFiles.in(link).write("x", new byte[] {1});

        assertThat(real.resolve("x")).exists();
    }

    private static String modeOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
