package dev.latchkey.pages.admin;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.CreateUser;
import dev.latchkey.core.account.User;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.audit.AuditWish;
import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A server with an administrator, who is at work, and people who are none. */
final class Office implements AutoCloseable {
    static final String ROOT = "root@example.org";
    static final String ADA = "ada@example.org";
    static final Origin ORIGIN = Origin.local("test");

    final TestServer server;
    final User ada;

    Office(Map<String, String> settings) {
        this(settings, Clock.systemUTC());
    }

    Office(Map<String, String> settings, Clock clock) {
        server = TestServer.start(settings, clock);
        server.core()
                .createUser
                .run(
                        new CreateUser.Command(
                                ROOT,
                                null,
                                TestServer.PASSWORD,
                                "Root",
                                "",
                                true,
                                true,
                                null,
                                ORIGIN));
        ada = server.user(ADA);
    }

    Visitor root() {
        return signedIn(ROOT);
    }

    Visitor ada() {
        return signedIn(ADA);
    }

    Visitor signedIn(String email) {
        var visitor = Visitor.at(server.url());
        visitor.signIn(visitor.open("/auth/login"), email, TestServer.PASSWORD);
        return visitor;
    }

    Visitor stranger() {
        return Visitor.at(server.url());
    }

    static String csrf(Answer page) {
        var token = page.text().split("name=\"csrf\" value=\"", 2)[1];
        return token.substring(0, token.indexOf('"'));
    }

    /** A form's fields, names and values in turn, with its token. */
    static Map<String, String> form(String csrf, String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("csrf", csrf);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    /** The newest events of a kind. */
    List<AuditEvent> events(AuditEvent.Kind kind) {
        var wish = new AuditWish(kind.name(), "", "", "", "", "");
        return server
                .core()
                .administration
                .readAuditLog
                .page(wish, "", 100, null)
                .entries()
                .stream()
                .map(entry -> entry.event())
                .toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
