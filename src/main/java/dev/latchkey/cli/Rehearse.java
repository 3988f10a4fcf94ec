package dev.latchkey.cli;

import dev.latchkey.App;
import dev.latchkey.config.Config;
import dev.latchkey.config.ConfigLoader;
import dev.latchkey.core.Origin;
import dev.latchkey.core.account.CreateUser;
import dev.latchkey.core.org.Role;
import dev.latchkey.store.SqliteLibrary;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;

/**
 * Runs a server on a folder of its own, lets it do a bit of everything and stops it. What the JVM
 * learns meanwhile goes into its ahead-of-time cache (JEP 483 and 515), with which the launcher
 * then starts servers. So it goes the way that {@link Server} goes, past picocli, and starts a
 * second time: on a database that is there already.
 */
public final class Rehearse {
    private static final String EMAIL = "rehearsal@example.com";
    private static final String PASSWORD = "only for the rehearsal";

    private Rehearse() {}

    /** {@code rehearse}, which is the launcher's business, and no command of people. */
    public static boolean isMeantBy(String... args) {
        return args.length > 0 && args[0].equals("rehearse");
    }

    /**
     * Gives the exit code.
     *
     * @param args the command, and where the database's native library is put for later starts; it
     *     stays in its archive when no folder is named
     */
    public static int run(String... args) {
        try {
            if (args.length > 1) {
                SqliteLibrary.unpack(Path.of(args[1]));
            }
            var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
            out.println(requests() + " requests rehearsed");
            return 0;
        } catch (Exception e) {
            return Failure.tell(e, new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        }
    }

    /** How many requests were answered as they should be. */
    static int requests() throws IOException {
        var folder = Files.createTempDirectory("latchkey-rehearsal");
        try {
            var config = LogLevel.follow(config(folder));
            try (var app = App.start(config, Clock.systemUTC())) {
                account(app);
            }
            try (var app = App.start(config, Clock.systemUTC())) {
                Welcome.print(app, new PrintWriter(new StringWriter()));
                return new Rehearsal(app.ports().getFirst(), app.publicUrl().getAuthority())
                        .run(EMAIL, PASSWORD);
            }
        } finally {
            delete(folder);
        }
    }

    private static Config config(Path folder) {
        var settings =
                Map.of(
                        "LATCHKEY_SERVER_PORT", "0",
                        "LATCHKEY_SERVER_BIND", "127.0.0.1",
                        "LATCHKEY_DATA_DIR", folder.resolve("data").toString(),
                        "LATCHKEY_LOG_LEVEL", "warn",
                        "LATCHKEY_REDIRECTS_ALLOWED", "http://localhost:5173",
                        "LATCHKEY_PASSWORD_MEMORY_KIB", "1024",
                        "LATCHKEY_PASSWORD_ITERATIONS", "1");
        return new ConfigLoader(settings, folder).load(null);
    }

    private static void account(App app) {
        var core = app.backend().core();
        var origin = Origin.local("rehearsal");
        var home = core.createOrganization.ensureDefault(origin);
        var user =
                core.createUser.run(
                        new CreateUser.Command(
                                EMAIL,
                                null,
                                PASSWORD,
                                "Ada",
                                "Lovelace",
                                false,
                                true,
                                null,
                                origin));
        core.changeMembers.put(home.id(), user.id(), Role.MEMBER, null, origin);
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
