package dev.latchkey.bench;

import dev.latchkey.core.Origin;
import dev.latchkey.core.session.Carrier;
import dev.latchkey.core.signin.OrganizationChoice;
import dev.latchkey.core.signin.PasswordSignIn;
import dev.latchkey.core.signin.SignInEnd;
import dev.latchkey.core.token.CreateApiToken;
import dev.latchkey.testkit.TestServer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Runs every measure and prints a page. Arguments: rounds and seconds a run; 1 and 1 show only that
 * it works.
 */
public final class Bench {
    private static final String EMAIL = "ada@example.com";

    private Bench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = Integer.parseInt(args[0]);
        int seconds = Integer.parseInt(args[1]);
        var production =
                Map.of(
                        "LATCHKEY_PASSWORD_MEMORY_KIB", "19456",
                        "LATCHKEY_PASSWORD_ITERATIONS", "2",
                        "LATCHKEY_LOG_LEVEL", "warn");
        try (var server = TestServer.start(production)) {
            head(rounds, seconds);
            var user = server.user(EMAIL);
            var end =
                    (SignInEnd.SignedIn)
                            server.core()
                                    .passwordSignIn
                                    .run(
                                            new PasswordSignIn.Command(
                                                    EMAIL,
                                                    TestServer.PASSWORD,
                                                    OrganizationChoice.ASK,
                                                    Carrier.ACCESS_TOKEN,
                                                    null,
                                                    Origin.local("bench")));
            server.core()
                    .createApiToken
                    .run(
                            new CreateApiToken.Command(
                                    user.id(), "bench", null, null, Origin.local("bench")));
            var checks = new Checks(server, end.grant().credential(), rounds, seconds);
            checks.run().forEach(System.out::println);
            System.out.println(
                    new SignIns(server, server.core().passwordHash, rounds, seconds).run(EMAIL));
        }
        System.out.println(new Starts(Path.of("latchkey").toAbsolutePath(), rounds).run());
    }

    private static void head(int rounds, int seconds) {
        System.out.printf(
                "%s, %d processors, Java %s, %s %s; %d rounds of %d s in turn after one to warm up;"
                        + " median (least to most)%n%n",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                rounds,
                seconds);
        System.out.println(
                "| measure | here, per second | compared with, per second | ratio | ratio of p99"
                        + " |");
        System.out.println("|---|---|---|---|---|");
    }
}
