package dev.latchkey.cli;

import dev.latchkey.config.Config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks at settings that are valid and still may surprise. */
record SettingsCheckup(Config config) {

    List<Finding> run() {
        return List.of(publicUrl(), folder());
    }

    private Finding publicUrl() {
        var url = config.server().publicUrl();
        var host = url.getHost();
        var local = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
        if (url.getScheme().equals("http") && !local) {
            return Finding.warning(
                    "public url",
                    url + " is not encrypted",
                    "put a TLS proxy in front and set server.public-url to its https address");
        }
        return Finding.ok("public url", url.toString());
    }

    private Finding folder() {
        var dir = config.data().dir();
        try {
            Files.createDirectories(dir);
            Path probe = Files.createTempFile(dir, ".doctor", ".tmp");
            Files.delete(probe);
            return free(dir);
        } catch (IOException e) {
            return Finding.bad(
                    "data",
                    dir + " cannot be written: " + e.getMessage(),
                    "make it writable for this user, or set data.dir");
        }
    }

    private static Finding free(Path dir) throws IOException {
        var megabytes = Files.getFileStore(dir).getUsableSpace() / 1_000_000;
        return megabytes < 500
                ? Finding.warning("data", dir + " has " + megabytes + " MB left", "free some space")
                : Finding.ok("data", dir + ", " + megabytes + " MB free");
    }
}
