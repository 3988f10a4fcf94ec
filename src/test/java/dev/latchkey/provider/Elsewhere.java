package dev.latchkey.provider;

import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.Lie;
import dev.latchkey.testkit.LyingProvider;
import dev.latchkey.testkit.LyingProvider.Person;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A server, a provider that tells the truth as {@code none}, and browsers between them. */
final class Elsewhere implements AutoCloseable {
    private final AtomicInteger people = new AtomicInteger();
    final LyingProvider provider = LyingProvider.start();
    final TestServer server;

    Elsewhere(Map<String, String> more) {
        Map<String, String> settings =
                new HashMap<>(provider.settings(Lie.NONE, Lie.UNKNOWN_KEY, Lie.FAILS));
        settings.putAll(more);
        server = TestServer.start(settings);
    }

    /** Somebody whom nobody has met. */
    Person somebody() {
        var number = people.incrementAndGet();
        return new Person("s" + number, "p" + number + "@example.org", true, "Per Son");
    }

    Visitor visitor() {
        return Visitor.at(server.url());
    }

    /** From our address to the provider, and back to our callback; where it leads is not opened. */
    Answer signIn(Visitor visitor, Person who, String address) {
        var there = visitor.get(address);
        return there.status() / 100 == 3 ? back(visitor, who, there) : there;
    }

    Answer signIn(Visitor visitor, Person who) {
        return signIn(visitor, who, "/auth/provider/none");
    }

    /** From the provider's address back to us. */
    Answer back(Visitor visitor, Person who, Answer there) {
        provider.signsIn(who);
        var here = visitor.get(there.header("Location"));
        return visitor.get(here.header("Location"));
    }

    /** Who is signed in at the hosted pages, as the start page says; empty when nobody is. */
    String signedInAs(Visitor visitor) {
        var page = visitor.get("/").text();
        var email = java.util.regex.Pattern.compile("[\\w.+-]+@example\\.org").matcher(page);
        return email.find() ? email.group() : "";
    }

    @Override
    public void close() {
        server.close();
        provider.close();
    }
}
