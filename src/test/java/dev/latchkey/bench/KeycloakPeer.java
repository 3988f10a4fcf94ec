package dev.latchkey.bench;

import dev.latchkey.testkit.Postgres;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keycloak as for production ({@code start --optimized}), with one realm, client and user. */
final class KeycloakPeer implements Running {
    static final String REALM = "/realms/bench";
    static final String TOKEN = REALM + "/protocol/openid-connect/token";
    static final String USER_INFO = REALM + "/protocol/openid-connect/userinfo";
    static final String INTROSPECT = TOKEN + "/introspect";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String CLIENT = "client_id=bench&client_secret=bench-secret";
    private static final long PATIENCE_NANOS = 180_000_000_000L;

    private final Path folder;
    private final Peer peer;

    private KeycloakPeer(Path folder, Peer peer) {
        this.folder = folder;
        this.peer = peer;
    }

    /** On a new database of PostgreSQL; returns after the first good answer. */
    static KeycloakPeer start(List<String> options) throws IOException, InterruptedException {
        return start(Postgres.shared().freshDatabase(), options);
    }

    /** The same on a database that is still empty. */
    static KeycloakPeer start(String database, List<String> options)
            throws IOException, InterruptedException {
        var home = Keycloaks.built();
        var realm = home.resolve("data/import/bench.json");
        Files.createDirectories(realm.getParent());
        Files.writeString(realm, JsonMapper.shared().writeValueAsString(realm()));
        var all = new ArrayList<>(options);
        all.add("--import-realm");
        return start(home, database, all);
    }

    /** On the database of an earlier one; returns after the first good answer. */
    static KeycloakPeer again(String database) throws IOException, InterruptedException {
        return start(Keycloaks.built(), database, List.of());
    }

    private static KeycloakPeer start(Path home, String database, List<String> options)
            throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("latchkey-bench-keycloak");
        var port = Peer.freePort();
        List<String> command = new ArrayList<>();
        command.addAll(List.of(home.resolve("bin/kc.sh").toString(), "start", "--optimized"));
        command.addAll(
                List.of(
                        "--http-enabled=true",
                        "--hostname-strict=false",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--db-url=" + database));
        command.addAll(options);
        var environment = Map.of("JAVA_HOME", System.getProperty("java.home"));
        var peer = Peer.start(folder, command, environment, port);
        var keycloak = new KeycloakPeer(folder, peer);
        keycloak.awaitAnswer();
        return keycloak;
    }

    private static Map<String, Object> realm() {
        var client =
                Map.of(
                        "clientId",
                        "bench",
                        "secret",
                        "bench-secret",
                        "directAccessGrantsEnabled",
                        true,
                        "redirectUris",
                        List.of("http://127.0.0.1/"));
        var user =
                Map.of(
                        "username",
                        "ada",
                        "enabled",
                        true,
                        "email",
                        "ada@example.com",
                        "emailVerified",
                        true,
                        "firstName",
                        "Ada",
                        "lastName",
                        "Lovelace",
                        "credentials",
                        List.of(Map.of("type", "password", "value", LatchkeyPeer.PASSWORD)));
        return Map.of(
                "realm",
                "bench",
                "enabled",
                true,
                "sslRequired",
                "none",
                "accessTokenLifespan",
                36_000,
                "revokeRefreshToken",
                true,
                "refreshTokenMaxReuse",
                0,
                "clients",
                List.of(client),
                "users",
                List.of(user));
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        var end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end) {
            try (var connection = new Connection(peer.url())) {
                if (connection.send("GET", REALM, "", "").status() == 200) {
                    return;
                }
            } catch (IOException _) {
                // Not open yet.
            }
            Thread.sleep(5);
        }
        throw new IOException("Keycloak did not start; see " + folder.resolve("log"));
    }

    @Override
    public Peer peer() {
        return peer;
    }

    static LatchkeyPeer.Tokens signIn(Connection connection) throws IOException {
        var form = "grant_type=password&scope=openid&username=ada&password=correct+horse&" + CLIENT;
        return tokens(connection.post(TOKEN, FORM, form));
    }

    /** The form that asks what a token is worth. */
    static String introspection(String token) {
        return CLIENT + "&token=" + token;
    }

    private static LatchkeyPeer.Tokens tokens(Connection.Answer answer) throws IOException {
        if (answer.status() != 200) {
            throw new IOException("Keycloak answered " + answer);
        }
        var json = JsonMapper.shared().readTree(answer.body());
        return new LatchkeyPeer.Tokens(
                json.at("/access_token").asString(), json.at("/refresh_token").asString());
    }

    /** Refreshes as its clients do. */
    static final class Refreshing implements Refreshes.Dialect {
        @Override
        public String signIn(Connection connection) throws IOException {
            return KeycloakPeer.signIn(connection).refresh();
        }

        @Override
        public Connection.Answer refresh(Connection connection, String token) throws IOException {
            var form = "grant_type=refresh_token&" + CLIENT + "&refresh_token=" + token;
            return connection.post(TOKEN, FORM, form);
        }

        @Override
        public String field() {
            return "refresh_token";
        }
    }

    @Override
    public void close() throws InterruptedException {
        peer.close();
    }
}
