package dev.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.util.LibraryLoaderUtil;

import java.nio.file.Files;
import java.nio.file.Path;

class SqliteLibraryTest {
    private static final String FOLDER = "org.sqlite.lib.path";

    @TempDir private Path folder;

    @AfterEach
    void forget() {
        System.clearProperty(FOLDER);
    }

    @Test
    void the_library_is_there_whole_and_is_what_the_driver_will_load() throws Exception {
        var place = folder.resolve("native");

        SqliteLibrary.unpack(place);

        var file = place.resolve(LibraryLoaderUtil.getNativeLibName());
        try (var carried =
                LibraryLoaderUtil.class.getResourceAsStream(
                        LibraryLoaderUtil.getNativeLibResourcePath() + "/" + file.getFileName())) {
            assertThat(Files.readAllBytes(file)).isEqualTo(carried.readAllBytes());
        }
        assertThat(System.getProperty(FOLDER)).isEqualTo(place.toString());
        assertThat(place).isDirectoryContaining(path -> path.equals(file));
    }

    @Test
    void an_older_one_is_replaced() throws Exception {
        var file = folder.resolve(LibraryLoaderUtil.getNativeLibName());
        Files.writeString(file, "of another version");

        SqliteLibrary.unpack(folder);

        assertThat(Files.size(file)).isGreaterThan(100_000);
        assertThat(folder.toFile().list()).containsExactly(file.getFileName().toString());
    }
}
