package dev.latchkey.cli;

import dev.latchkey.Core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How long hashing a password takes, and what makes it slower here than it has to be: a missing
 * library, and memory in small pages (Linux).
 *
 * @param engine what hashes
 * @param one what one hash takes
 * @param pages the kernel's file that says when it gives out large ones
 */
record HashingCheckup(String engine, Duration one, Path pages) {
    private static final Path PAGES = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");
    private static final Duration LONG = Duration.ofMillis(500);

    /** Hashes once, with the settings of this server. */
    static HashingCheckup of(Core core) {
        var begin = System.nanoTime();
        core.hashing.verify("the doctor's password", null);
        var one = Duration.ofNanos(System.nanoTime() - begin);
        return new HashingCheckup(core.passwordHash.engine(), one, PAGES);
    }

    Finding run() {
        var found = "one hash takes " + one.toMillis() + " ms, by " + engine;
        if (!engine.startsWith("libsodium")) {
            return warning(found, "install libsodium (Debian: libsodium23), which is faster");
        }
        if (onlyOnRequest()) {
            return warning(
                    found + ", in small pages of memory",
                    "write 'always' into " + pages + ", and a hash takes a third less time");
        }
        return one.compareTo(LONG) > 0
                ? warning(found, "lower password.memory-kib or password.iterations")
                : Finding.ok("hashing", found);
    }

    private static Finding warning(String found, String advice) {
        return Finding.warning("hashing", found, advice);
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
