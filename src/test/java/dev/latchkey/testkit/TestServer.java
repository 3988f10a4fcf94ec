package dev.latchkey.testkit;

import dev.latchkey.App;
import dev.latchkey.Core;
import dev.latchkey.config.ConfigLoader;
import dev.latchkey.core.Origin;
import dev.latchkey.core.account.CreateUser;
import dev.latchkey.core.account.User;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.org.Organization;
import dev.latchkey.core.org.Role;
import dev.latchkey.core.token.CreateApiToken;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * A whole server on a free port of loopback, with a data folder of its own. The password hash is
 * made cheap, nothing else differs from what users run.
 */
public final class TestServer implements AutoCloseable {
    /** What every account made by {@link #user} signs in with. */
    public static final String PASSWORD = "correct horse";

    private final Path folder;
    private final Map<String, String> settings;
    private final Clock clock;
    private App app;

    private TestServer(Path folder, Map<String, String> settings, Clock clock) {
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
        this.app = boot();
    }

    /** On SQLite, with the defaults and redirects to http://localhost:5173 allowed. */
    public static TestServer start() {
        return start(Map.of());
    }

    /** With more settings, by the names of their environment variables. */
    public static TestServer start(Map<String, String> more) {
        return start(more, Clock.systemUTC());
    }

    public static TestServer start(Map<String, String> more, Clock clock) {
        try {
            var folder = Files.createTempDirectory("latchkey-test");
            Map<String, String> settings =
                    new HashMap<>(
                            Map.of(
                                    "LATCHKEY_SERVER_PORT", "0",
                                    "LATCHKEY_SERVER_BIND", "127.0.0.1",
                                    "LATCHKEY_DATA_DIR", folder.resolve("data").toString(),
                                    "LATCHKEY_REDIRECTS_ALLOWED", "http://localhost:5173",
                                    "LATCHKEY_PASSWORD_MEMORY_KIB", "1024",
                                    "LATCHKEY_PASSWORD_ITERATIONS", "1"));
            settings.putAll(more);
            return new TestServer(folder, settings, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private App boot() {
        return App.start(new ConfigLoader(settings, folder).load(null), clock);
    }

    /** Stops it cleanly and starts it again on the same data and port. */
    public void restart() {
        settings.put("LATCHKEY_SERVER_PORT", Integer.toString(app.ports().getFirst()));
        app.close();
        app = boot();
    }

    public App app() {
        return app;
    }

    public Core core() {
        return app.backend().core();
    }

    /** The public URL, as clients see it. */
    public URI url() {
        return app.publicUrl();
    }

    public URI url(String path) {
        return URI.create(app.publicUrl() + path);
    }

    public Path folder() {
        return folder;
    }

    public Outbox outbox() {
        return new Outbox(folder.resolve("data/outbox"));
    }

    /** A verified user with {@link #PASSWORD}, member of the default organization. */
    public User user(String email) {
        var user = loneUser(email);
        var home = core().createOrganization.ensureDefault(origin());
        member(home.id(), user, Role.MEMBER);
        return user;
    }

    /** A verified user with {@link #PASSWORD}, member of nothing. */
    public User loneUser(String email) {
        return core().createUser
                .run(
                        new CreateUser.Command(
                                email,
                                null,
                                PASSWORD,
                                "Ada",
                                "Lovelace",
                                false,
                                true,
                                null,
                                origin()));
    }

    public Organization organization(String name) {
        return core().createOrganization.run(name, null, null, null, origin());
    }

    public void member(OrgId organization, User user, Role role) {
        core().changeMembers.put(organization, user.id(), role, null, origin());
    }

    /** The secret of a new API token. */
    public String apiToken(User user) {
        var command = new CreateApiToken.Command(user.id(), "robot", null, null, origin());
        return core().createApiToken.run(command).secret().text();
    }

    /** The access token of a new session, from Aivo's API. */
    public String accessToken(User user) {
        var body = Map.of("email", user.email().text(), "password", PASSWORD);
        var answer = Http.at(url()).post("/aivo/auth/v1/login", body);
        return answer.json().get("accessToken").asString();
    }

    private static Origin origin() {
        return Origin.local("test");
    }

    /** The database is broken until what this gives is closed. */
    public TablesAway databaseAway() {
        return new TablesAway("jdbc:sqlite:" + folder.resolve("data/latchkey.db"));
    }

    @Override
    public void close() {
        app.close();
        Folders.delete(folder);
    }
}
