package dev.latchkey.dialect;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.User;
import dev.latchkey.core.code.IssueCode;
import dev.latchkey.core.session.Carrier;
import dev.latchkey.core.session.Grant;
import dev.latchkey.core.token.CreateApiToken;
import dev.latchkey.testkit.TablesAway;
import dev.latchkey.testkit.TestServer;

import java.util.concurrent.atomic.AtomicInteger;

/** People and what they hold, on a server of a test's own, without a browser. */
public record Given(TestServer server) {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Somebody nobody else in this test knows. */
    public User somebody() {
        return server.user("user" + COUNT.incrementAndGet() + "@example.com");
    }

    /** A new session in no organization. */
    public Grant session(User user, Carrier carrier) {
        return server.core().grants.open(user, null, "pwd", carrier, origin());
    }

    public String cookie(User user) {
        return session(user, Carrier.COOKIE).credential();
    }

    public String accessToken(User user) {
        return session(user, Carrier.ACCESS_TOKEN).credential();
    }

    public String apiToken(User user) {
        return createApiToken(user).secret().text();
    }

    public CreateApiToken.Created createApiToken(User user) {
        return server.core()
                .createApiToken
                .run(new CreateApiToken.Command(user.id(), "a program", null, null, origin()));
    }

    /** What a browser brings back from our sign-in page. */
    public String code(Grant session, IssueCode.Request request) {
        return server.core().issueCode.run(request, session.session().id()).text();
    }

    /** A database without tables, until it is closed. */
    public TablesAway brokenDatabase() {
        return new TablesAway("jdbc:sqlite:" + server.folder().resolve("data/latchkey.db"));
    }

    public static Origin origin() {
        return Origin.local("test");
    }
}
