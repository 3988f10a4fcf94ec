package dev.latchkey.cli;

import dev.latchkey.App;
import dev.latchkey.config.Config;
import dev.latchkey.config.ConfigLoader;
import dev.latchkey.core.Origin;
import dev.latchkey.core.account.CreateUser;
import dev.latchkey.core.org.Role;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Runs a server on a folder of its own, lets it do a bit of everything and stops it. What the JVM
 * learns meanwhile goes into its ahead-of-time cache (JEP 483 and 515), with which the launcher
 * then starts servers.
 */
@Command(
        name = "rehearse",
        hidden = true,
        description = "Does a bit of everything on a throw-away database, then ends.",
        mixinStandardHelpOptions = true)
final class Rehearse implements Callable<Integer> {
    private static final String EMAIL = "rehearsal@example.com";
    private static final String PASSWORD = "only for the rehearsal";

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var folder = Files.createTempDirectory("latchkey-rehearsal");
        try (var app = App.start(config(folder), Clock.systemUTC())) {
            account(app);
            var requests =
                    new Rehearsal(app.ports().getFirst(), app.publicUrl().getAuthority())
                            .run(EMAIL, PASSWORD);
            spec.commandLine().getOut().println(requests + " requests rehearsed");
            return 0;
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
