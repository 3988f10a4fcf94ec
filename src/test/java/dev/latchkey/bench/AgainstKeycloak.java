package dev.latchkey.bench;

import dev.latchkey.testkit.Postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The same work at Keycloak and here, in turn on one machine: both are up all the time, and only
 * one is asked at a time.
 */
final class AgainstKeycloak {
    private static final String EMAIL = "ada@example.com";
    private static final int CLIENTS = 16;
    private static final int WARM_UP = 6;

    /** Our hash parameters, by the names of its settings. */
    private static final List<String> OUR_HASH =
            List.of(
                    "--spi-password-hashing--argon2--memory=19456",
                    "--spi-password-hashing--argon2--iterations=2",
                    "--spi-password-hashing--argon2--parallelism=1");

    /** One round of a measure: answers per second. */
    private interface Round {
        double perSecond(int seconds) throws IOException, InterruptedException;
    }

    private final LatchkeyPeer here;
    private final int rounds;
    private final int seconds;
    private final List<String> rows = new ArrayList<>();

    AgainstKeycloak(LatchkeyPeer here, int rounds, int seconds) {
        this.here = here;
        this.rounds = rounds;
        this.seconds = seconds;
    }

    /** Rows of a Markdown table. */
    List<String> run() throws IOException, InterruptedException {
        rows.addAll(new Starts(rounds).againstKeycloak());
        try (var keycloak = KeycloakPeer.start(List.of())) {
            signIns("password sign-in, the defaults of each", keycloak);
            checks(keycloak);
            refreshes(keycloak);
            rows.add(
                    "| resident memory after these, MB | %.0f | %.0f | | |"
                            .formatted(
                                    here.peer().residentMegabytes(),
                                    keycloak.peer().residentMegabytes()));
        }
        try (var keycloak = KeycloakPeer.start(OUR_HASH)) {
            signIns("password sign-in, the same hash (19 MiB, 2 times)", keycloak);
        }
        return rows;
    }

    private void signIns(String name, KeycloakPeer keycloak)
            throws IOException, InterruptedException {
        var ours = load(here.peer(), c -> LatchkeyPeer.signIn(c, EMAIL));
        var theirs = load(keycloak.peer(), KeycloakPeer::signIn);
        compare(name, "%.1f", ours, theirs);
    }

    private void checks(KeycloakPeer keycloak) throws IOException, InterruptedException {
        String theirs;
        try (var connection = new Connection(keycloak.peer().url())) {
            theirs = KeycloakPeer.signIn(connection).access();
        }
        checks(
                "check of a token (Trieve `get_me`; user-info)",
                Question.get(here.peer().url("/trieve/api/auth/me"), here.signIn(EMAIL).access()),
                Question.get(keycloak.peer().url(KeycloakPeer.USER_INFO), theirs));
        var client = here.client();
        checks(
                "introspection",
                Question.post(
                        here.peer().url("/oidc/introspect"),
                        client.form() + "&token=" + here.token(client)),
                Question.post(
                        keycloak.peer().url(KeycloakPeer.INTROSPECT),
                        KeycloakPeer.introspection(theirs)));
    }

    private void checks(String name, Question ours, Question theirs)
            throws IOException, InterruptedException {
        compare(
                name,
                "%.0f",
                s -> new Wrk(CLIENTS, s).run(ours).rate(),
                s -> new Wrk(CLIENTS, s).run(theirs).rate());
    }

    private void refreshes(KeycloakPeer keycloak) throws IOException, InterruptedException {
        var theirs = new Refreshes(keycloak.peer().url(), new KeycloakPeer.Refreshing());
        var onSqlite = new Refreshes(here.peer().url(), new AivoRefreshes(EMAIL));
        compare("refresh with rotation, SQLite", "%.0f", onSqlite::perSecond, theirs::perSecond);
        var settings = Map.of("LATCHKEY_DATABASE_URL", Postgres.shared().freshDatabase());
        try (var postgres = LatchkeyPeer.start(folder(), settings)) {
            postgres.user(EMAIL);
            var there = new Refreshes(postgres.peer().url(), new AivoRefreshes(EMAIL));
            compare(
                    "refresh with rotation, PostgreSQL",
                    "%.0f",
                    there::perSecond,
                    theirs::perSecond);
        }
    }

    private static Path folder() throws IOException {
        return Files.createTempDirectory("latchkey-bench");
    }

    private static Round load(Peer peer, Load.Step step) {
        return seconds -> new Load(peer.url(), CLIENTS, seconds).perSecond(_ -> step);
    }

    private void compare(String name, String format, Round ours, Round theirs)
            throws IOException, InterruptedException {
        ours.perSecond(WARM_UP * seconds);
        theirs.perSecond(WARM_UP * seconds);
        var here = new Series();
        var there = new Series();
        for (int i = 0; i < rounds; i++) {
            here.add(ours.perSecond(seconds));
            there.add(theirs.perSecond(seconds));
        }
        rows.add(
                "| %s | %s | %s | %s | |"
                        .formatted(
                                name,
                                here.told(format),
                                there.told(format),
                                here.over(there).told("%.2f")));
    }
}
