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
 * Runs a server, lets it do a bit of everything and stops it. What the JVM learns meanwhile goes
 * into its ahead-of-time cache (JEP 483 and 515), with which the launcher then starts servers. So
 * it goes the way that {@link Server} goes, past picocli, and starts on a database that another
 * process made: all that is in the cache is in the memory of every server, and making tables is
 * done once.
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
     * @param args the command and a folder: {@code prepare}, that folder, and where the database's
     *     native library is put for later starts, if anywhere, before the rehearsal itself, which
     *     removes the folder
     */
    public static int run(String... args) {
        try {
            var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
            if (args.length > 2 && args[1].equals("prepare")) {
                if (args.length > 3) {
                    SqliteLibrary.unpack(Path.of(args[3]));
                }
                prepare(Path.of(args[2]));
            } else {
                out.println(requests(Path.of(args[1])) + " requests rehearsed");
            }
            return 0;
        } catch (Exception e) {
            return Failure.tell(e, new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        }
    }

    /** Makes a database with an account. */
    static void prepare(Path folder) {
        try (var app = App.start(LogLevel.follow(config(folder)), Clock.systemUTC())) {
            account(app);
        }
    }

    /** How many requests were answered as they should be. */
    static int requests(Path folder) throws IOException {
        try (var app = App.start(LogLevel.follow(config(folder)), Clock.systemUTC())) {
            Welcome.print(app, new PrintWriter(new StringWriter()));
            return new Rehearsal(app.ports().getFirst(), app.publicUrl().getAuthority())
                    .run(EMAIL, PASSWORD);
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
