package dev.latchkey.durability;

import dev.latchkey.testkit.Http;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients that sign up, make tokens and revoke them as fast as they can, and remember what they
 * were answered.
 */
final class Storm {
    private static final int CLIENTS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PASSWORD = "correct horse";
    private static final AtomicInteger NAMES = new AtomicInteger();

    final Queue<String> signedUp = new ConcurrentLinkedQueue<>();
    final Queue<String> live = new ConcurrentLinkedQueue<>();
    final Queue<String> revoked = new ConcurrentLinkedQueue<>();

    private final Http http;
    private final String session;
    private volatile boolean raging = true;
    private final List<Thread> clients = new ArrayList<>();

    /**
     * @param session a credential to make tokens with
     */
    Storm(URI url, String session) {
        this.http = Http.at(url);
        this.session = session;
    }

    void rage() {
        for (int i = 0; i < CLIENTS; i++) {
            var signsUp = i % 2 == 0;
            clients.add(Thread.ofVirtual().start(() -> client(signsUp)));
        }
    }

    /** Waits until at least so many writes of each kind were answered. */
    void awaitAnswers(int each) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (Math.min(signedUp.size(), Math.min(live.size(), revoked.size())) < each
                && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
    }

    /** Waits until every client has seen that the server is gone. */
    void settle() throws InterruptedException {
        raging = false;
        for (var client : clients) {
            client.join();
        }
    }

    private void client(boolean signsUp) {
        try {
            while (raging) {
                if (signsUp) {
                    signUp();
                } else {
                    makeAndMaybeRevoke();
                }
            }
        } catch (UncheckedIOException e) {
            // The server was killed under this request: it was not answered, so nothing is known of
            // it.
            raging = false;
        }
    }

    private void signUp() {
        var email = "storm" + NAMES.incrementAndGet() + "@example.com";
        var data =
                Map.of(
                        "email", email,
                        "password", PASSWORD,
                        "confirmPassword", PASSWORD,
                        "firstName", "A",
                        "lastName", "B");
        if (http.post("/nap/api/auth/signup", data).status() == 200) {
            signedUp.add(email);
        }
    }

    private void makeAndMaybeRevoke() {
        var client = http.bearer(session);
        var made = client.post("/semaphore/api/user/tokens");
        if (made.status() != 201) {
            throw new AssertionError("a token was refused: " + made.status() + " " + made.text());
        }
        var token = made.json().get("id").asString();
        if (NAMES.incrementAndGet() % 2 == 0) {
            live.add(token);
        } else if (client.delete("/semaphore/api/user/tokens/" + token).status() == 204) {
            revoked.add(token);
        }
    }
}
