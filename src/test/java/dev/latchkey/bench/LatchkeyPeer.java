package dev.latchkey.bench;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** This server as users start it: by its launcher, with its defaults, in an empty folder. */
final class LatchkeyPeer implements Running {
    private static final String LAUNCHER = Path.of("latchkey").toAbsolutePath().toString();
    static final String PASSWORD = "correct horse";
    private static final String JSON = "application/json";

    private static final String SIGN_IN = "/aivo/auth/v1/login";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Path folder;
    private final Map<String, String> environment;
    private final Peer peer;

    private LatchkeyPeer(Path folder, Map<String, String> environment, Peer peer) {
        this.folder = folder;
        this.environment = environment;
        this.peer = peer;
    }

    static LatchkeyPeer start(Path folder, Map<String, String> more)
            throws IOException, InterruptedException {
        var port = Peer.freePort();
        Map<String, String> environment = new HashMap<>();
        environment.put("LATCHKEY_SERVER_PORT", Integer.toString(port));
        environment.put("LATCHKEY_LOG_LEVEL", "warn");
        environment.putAll(more);
        var peer = Peer.start(folder, List.of(LAUNCHER, "serve"), environment, port);
        return new LatchkeyPeer(folder, environment, peer);
    }

    @Override
    public Peer peer() {
        return peer;
    }

    /** A verified account with {@link #PASSWORD}. */
    void user(String email) throws IOException {
        try (var connection = new Connection(peer.url())) {
            var signUp =
                    """
                    {"email": "%s", "password": "%s", "confirmPassword": "%2$s", "firstName": "Ada", "lastName": "Lovelace"}
                    """
                            .formatted(email, PASSWORD);
            require(connection.post("/nap/api/auth/signup", JSON, signUp), 200);
            var token = "{\"token\": \"" + mailedToken() + "\"}";
            require(connection.post("/nap/api/auth/verify-email/verify", JSON, token), 200);
        }
    }

    /** A client that was registered, as it says who it is in a form. */
    record Client(String form) {}

    /** Registers a client that acts for itself, by the command line. */
    Client client() throws IOException {
        var builder =
                new ProcessBuilder(LAUNCHER, "client", "create", "bench", "--json")
                        .directory(folder.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        var json = JsonMapper.shared().readTree(builder.start().getInputStream());
        return new Client(
                "client_id=%s&client_secret=%s"
                        .formatted(json.at("/id").asString(), json.at("/clientSecret").asString()));
    }

    /** An access token of such a client. */
    String token(Client client) throws IOException {
        try (var connection = new Connection(peer.url())) {
            var form = "grant_type=client_credentials&" + client.form();
            var answer = connection.post("/oidc/token", FORM, form);
            require(answer, 200);
            return JsonMapper.shared().readTree(answer.body()).at("/access_token").asString();
        }
    }

    /** The access and refresh token of a new session. */
    Tokens signIn(String email) throws IOException {
        try (var connection = new Connection(peer.url())) {
            return signIn(connection, email);
        }
    }

    static Tokens signIn(Connection connection, String email) throws IOException {
        var answer = trySignIn(connection, email);
        require(answer, 200);
        var json = JsonMapper.shared().readTree(answer.body());
        return new Tokens(json.at("/accessToken").asString(), json.at("/refreshToken").asString());
    }

    static Connection.Answer trySignIn(Connection connection, String email) throws IOException {
        return connection.post(SIGN_IN, JSON, credentials(email));
    }

    static Question signInAt(URI server, String email) {
        return Question.json(server.resolve(SIGN_IN), credentials(email));
    }

    private static String credentials(String email) {
        return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD);
    }

    /** What a sign-in gives. */
    record Tokens(String access, String refresh) {}

    private static void require(Connection.Answer answer, int status) {
        if (answer.status() != status) {
            throw new IllegalStateException(answer.status() + ": " + answer.body());
        }
    }

    /** Out of the outbox, into which mail is put a moment later. */
    private String mailedToken() throws IOException {
        var outbox = folder.resolve("data/outbox");
        for (int i = 0; i < 500; i++) {
            if (Files.isDirectory(outbox)) {
                try (var mails = Files.newDirectoryStream(outbox, "[!.]*.eml")) {
                    for (var mail : mails) {
                        var text = Files.readString(mail, StandardCharsets.UTF_8);
                        var at = text.indexOf("lkv_");
                        Files.delete(mail);
                        return text.substring(
                                at, at + text.substring(at).split("[^a-z0-9_]")[0].length());
                    }
                }
            }
            pause();
        }
        throw new IllegalStateException("no mail came");
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws InterruptedException {
        peer.close();
    }
}
