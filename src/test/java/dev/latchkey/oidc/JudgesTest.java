package dev.latchkey.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

import dev.latchkey.core.client.ClientProof;
import dev.latchkey.core.client.ClientSettings;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The clients of the certified relying parties' author, through whole flows, from outside. */
@Tag("parts")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JudgesTest {
    private static final String ADA = "ada@example.org";
    private static final Path MODULES = Path.of(".judges").toAbsolutePath();

    private TestServer server;
    private ECKey key;

    @BeforeAll
    void start() throws Exception {
        assertThat(MODULES.resolve("node_modules/openid-client"))
                .as("the certified clients are missing: run src/test/node/install")
                .exists();
        server = TestServer.start();
        server.user(ADA);
        key = new ECKeyGenerator(Curve.P_256).keyID("judge").generate();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Party party(String proof) {
        var s = Party.settings();
        return switch (proof) {
            case "none" ->
                    Party.of(
                            server, with(Party.publicSettings(Party.BACK), ClientProof.NONE, null));
            case "key" -> {
                var jwks = new JWKSet(key.toPublicJWK()).toString();
                yield Party.of(server, with(s, ClientProof.PRIVATE_KEY, jwks));
            }
            default -> Party.of(server, s);
        };
    }

    private static ClientSettings with(
            ClientSettings s, ClientProof proof, @org.jspecify.annotations.Nullable String jwks) {
        return new ClientSettings(
                s.name(),
                proof,
                jwks,
                s.idTokenAlgorithm(),
                s.redirectUris(),
                List.of(Party.BYE),
                null,
                s.grants(),
                null,
                Set.of(),
                true,
                false);
    }

    @ParameterizedTest
    @CsvSource({
        "openid-client, basic",
        "openid-client, post",
        "openid-client, key",
        "openid-client, none",
        "oauth4webapi, basic",
        "oauth4webapi, post",
        "oauth4webapi, key",
        "oauth4webapi, none"
    })
    void a_certified_client_finds_nothing_to_complain_of(String library, String proof)
            throws Exception {
        var party = party(proof);
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("library", library);
        asked.put("modules", MODULES.toString());
        asked.put("issuer", server.url().toString());
        asked.put("clientId", party.id);
        asked.put("proof", proof);
        asked.put("redirectUri", Party.BACK);
        asked.put("postLogoutUri", Party.BYE);
        asked.put("email", ADA);
        if (proof.equals("basic") || proof.equals("post")) {
            asked.put("secret", party.secret());
        }
        asked.put("key", key.toJSONObject());

        run(JsonMapper.shared().writeValueAsString(asked), party);
    }

    private void run(String asked, Party party) throws IOException, InterruptedException {
        var errors = Files.createTempFile("judge", ".txt");
        var judge =
                new ProcessBuilder("node", "src/test/node/judge.mjs", asked)
                        .redirectError(errors.toFile())
                        .start();
        try (var in =
                        new BufferedReader(
                                new InputStreamReader(
                                        judge.getInputStream(), StandardCharsets.UTF_8));
                var out = judge.outputWriter(StandardCharsets.UTF_8)) {
            var visitor = Visitor.at(server.url());
            String last = null;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                last = line;
                if (line.startsWith("OPEN ")) {
                    out.write(browse(visitor, party, line.substring(5)) + "\n");
                    out.flush();
                }
            }
            assertThat(judge.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(last).as(Files.readString(errors)).isEqualTo("DONE");
        } finally {
            judge.destroyForcibly();
            Files.deleteIfExists(errors);
        }
    }

    /** Where a browser ends that goes to an address, and signs in when it is asked to. */
    private static String browse(Visitor visitor, Party party, String url) {
        var answer = party.settle(visitor, visitor.get(url));
        if (answer.header("Location") == null) {
            answer = party.settle(visitor, visitor.signIn(answer, ADA, TestServer.PASSWORD));
        }
        return String.valueOf(answer.header("Location"));
    }
}
