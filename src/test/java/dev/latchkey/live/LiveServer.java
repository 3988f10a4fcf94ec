package dev.latchkey.live;

import dev.latchkey.core.Origin;
import dev.latchkey.core.org.Role;
import dev.latchkey.testkit.TestServer;

import java.util.HashMap;
import java.util.Map;

/** A server with everybody on it whom the scripts need. */
final class LiveServer implements AutoCloseable {
    private static final String KNOWN = "known@example.com";
    private static final String MULTI = "multi@example.com";
    private static final String HOMELESS = "homeless@example.com";
    private static final String INVITED = "invited@example.com";

    private final TestServer server;

    private LiveServer(TestServer server) {
        this.server = server;
    }

    /** With more settings, by the names of their environment variables. */
    static LiveServer start(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("LATCHKEY_SIGNUP_MODE", "single");
        settings.put("LATCHKEY_SIGNUP_VERIFY_EMAIL", "true");
        var server = TestServer.start(settings);
        var second = server.organization("Second");
        server.user(KNOWN);
        server.member(second.id(), server.user(MULTI), Role.ADMIN);
        server.loneUser(HOMELESS);
        server.core().invite.run(second.id(), INVITED, Role.MEMBER, null, Origin.local("test"));
        return new LiveServer(server);
    }

    /** What the heads of the scripts ask for. */
    Map<String, String> inputs() {
        return Map.of(
                "LATCHKEY_URL", server.url().toString(),
                "LATCHKEY_OUTBOX", server.outbox().folder().toString(),
                "LATCHKEY_EMAIL", KNOWN,
                "LATCHKEY_PASSWORD", TestServer.PASSWORD,
                "LATCHKEY_MULTI_EMAIL", MULTI,
                "LATCHKEY_HOMELESS_EMAIL", HOMELESS,
                "LATCHKEY_INVITED_EMAIL", INVITED);
    }

    @Override
    public void close() {
        server.close();
    }
}
