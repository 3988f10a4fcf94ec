package dev.latchkey.store;

import org.sqlite.util.LibraryLoaderUtil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * SQLite itself, which its driver carries along as a native library. Left alone, the driver copies
 * it into the folder for temporary files at every start, and compares the copy byte by byte.
 */
public final class SqliteLibrary {
    /** Where the driver looks first; when it finds nothing there it goes on as if left alone. */
    private static final String FOLDER = "org.sqlite.lib.path";

    private SqliteLibrary() {}

    /**
     * Puts this machine's library into a folder, and lets this process load it from there. Others
     * do with {@code -Dorg.sqlite.lib.path=FOLDER}. What lies there runs with all that the server
     * may do: nobody may write to the folder who could not write to the program itself.
     *
     * @param folder made when missing
     */
    public static void unpack(Path folder) throws IOException {
        var name = LibraryLoaderUtil.getNativeLibName();
        var resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        Files.createDirectories(folder);
        var fresh = folder.resolve(name + ".new");
        try (var library = LibraryLoaderUtil.class.getResourceAsStream(resource)) {
            if (library == null) {
                throw new IOException("the driver of SQLite carries nothing for this machine");
            }
            Files.copy(library, fresh, StandardCopyOption.REPLACE_EXISTING);
        }
        // In one step: a server may be starting from the folder now.
        Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        System.setProperty(FOLDER, folder.toAbsolutePath().toString());
    }
}
