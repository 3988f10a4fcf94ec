package dev.latchkey.testkit;

import com.microsoft.playwright.Page;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Keycloak, as {@code mvn -Pfull} unpacks it into {@code .tools}, with one realm and one user. */
public final class Keycloak implements RealProvider {
    private static final Path TOOLS = Path.of(".tools/keycloak");
    private static final String PASSWORD = "amazing grace";

    private final OtherProcess process;
    private final int port;

    private Keycloak(OtherProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    public static Keycloak start(List<String> redirectUris) {
        var home = home();
        var port = OtherProcess.freePort();
        try {
            var realm = home.resolve("data/import/acme.json");
            Files.createDirectories(realm.getParent());
            Files.writeString(realm, JsonMapper.shared().writeValueAsString(realm(redirectUris)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var process =
                OtherProcess.start(
                        "keycloak",
                        Map.of(
                                "JAVA_HOME",
                                System.getProperty("java.home"),
                                "JAVA_OPTS_KC_HEAP",
                                "-Xms64m -Xmx384m",
                                "JAVA_OPTS_APPEND",
                                "-XX:TieredStopAtLevel=1"
                                        + " --add-opens=java.base/java.lang=ALL-UNNAMED"),
                        home.resolve("bin/kc.sh").toAbsolutePath().toString(),
                        "start-dev",
                        "--import-realm",
                        "--db=dev-mem",
                        "--cache=local",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port);
        var keycloak = new Keycloak(process, port);
        process.awaitAnswer(keycloak.issuer() + "/.well-known/openid-configuration");
        return keycloak;
    }

    /** The newest one that is unpacked. */
    public static Path home() {
        try (var folders = Files.list(TOOLS)) {
            return folders.filter(folder -> Files.exists(folder.resolve("bin/kc.sh")))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(Keycloak::missing);
        } catch (IOException e) {
            throw missing();
        }
    }

    private static AssertionError missing() {
        return new AssertionError(
                "Keycloak is missing in " + TOOLS + ": mvn -Pfull gets it from Maven Central.");
    }

    private static Map<String, Object> realm(List<String> redirectUris) {
        return Map.of(
                "realm",
                "acme",
                "enabled",
                true,
                "clients",
                List.of(
                        Map.of(
                                "clientId", CLIENT_ID,
                                "secret", CLIENT_SECRET,
                                "redirectUris", redirectUris,
                                "attributes", Map.of("pkce.code.challenge.method", "S256"))),
                "users",
                List.of(
                        Map.of(
                                "username",
                                "grace",
                                "enabled",
                                true,
                                "email",
                                EMAIL,
                                "emailVerified",
                                true,
                                "firstName",
                                "Grace",
                                "lastName",
                                "Hopper",
                                "credentials",
                                List.of(Map.of("type", "password", "value", PASSWORD)))));
    }

    @Override
    public String id() {
        return "keycloak";
    }

    @Override
    public String issuer() {
        return "http://127.0.0.1:" + port + "/realms/acme";
    }

    @Override
    public void signIn(Page page) {
        page.fill("#username", "grace");
        page.fill("#password", PASSWORD);
        page.click("#kc-login");
    }

    @Override
    public void close() {
        process.close();
    }
}
