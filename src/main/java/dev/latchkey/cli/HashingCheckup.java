package dev.latchkey.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What makes hashing passwords slower here than it has to be: a missing library, and memory in
 * small pages (Linux).
 *
 * @param engine what hashes
 * @param pages the kernel's file that says when it gives out large ones
 */
record HashingCheckup(String engine, Path pages) {
    static final Path PAGES = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");

    Finding run() {
        if (!engine.startsWith("libsodium")) {
            return Finding.warning(
                    "hashing",
                    "by " + engine,
                    "install libsodium (Debian: libsodium23), which is faster");
        }
        if (onlyOnRequest()) {
            return Finding.warning(
                    "hashing",
                    "by " + engine + ", in small pages of memory",
                    "write 'always' into " + pages + ", and a hash takes a third less time");
        }
        return Finding.ok("hashing", "by " + engine);
    }

    /** Reads "always [madvise] never". Where there is no such file, nothing can be said. */
    private boolean onlyOnRequest() {
        try {
            return Files.exists(pages) && !Files.readString(pages).contains("[always]");
        } catch (IOException _) {
            return false;
        }
    }
}
