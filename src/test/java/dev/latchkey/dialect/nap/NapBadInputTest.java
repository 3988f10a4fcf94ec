package dev.latchkey.dialect.nap;

import static dev.latchkey.dialect.nap.Nap.assertError;

import dev.latchkey.testkit.BadInput;
import dev.latchkey.testkit.GoodRequest;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

@TestInstance(Lifecycle.PER_CLASS)
class NapBadInputTest {
    private static final String EMAIL = "ada@example.com";
    private static final List<GoodRequest> OPERATIONS =
            List.of(
                    GoodRequest.post("/api/auth/signup")
                            .text("email", EMAIL)
                            .text("password", TestServer.PASSWORD)
                            .text("confirmPassword", TestServer.PASSWORD)
                            .text("firstName", "Ada")
                            .text("lastName", "Lovelace")
                            .text("inviteToken", UUID.randomUUID().toString())
                            .optional("inviteToken"),
                    GoodRequest.post("/api/auth/login")
                            .text("email", EMAIL)
                            .text("password", TestServer.PASSWORD)
                            .text("flowReturnTo", "https://app.example/")
                            .optional("flowReturnTo"),
                    GoodRequest.get("/api/auth/flow/nonsense"),
                    GoodRequest.post("/api/auth/flow/nonsense/organization")
                            .text("orgId", UUID.randomUUID().toString()),
                    GoodRequest.post("/api/auth/refresh").header(Nap.REFRESH, "nonsense"),
                    GoodRequest.post("/api/auth/logout").header(Nap.SESSION, "nonsense"),
                    GoodRequest.post("/api/auth/verify-email/send").text("email", EMAIL),
                    GoodRequest.post("/api/auth/verify-email/verify").text("token", "nonsense"));

    private final TestServer server = TestServer.start();

    @AfterAll
    void stop() {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> bad_input_is_refused_in_the_error_model() {
        return BadInput.tests(server.url("/nap"), OPERATIONS, Nap::assertErrorModel);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/api",
                "/api/auth",
                "/api/auth/flow",
                "/login",
                "/API/AUTH/LOGIN",
                "/api/auth/flow/a/b/c"
            })
    void an_unknown_path_is_not_found(String path) {
        assertError(Http.at(server.url("/nap")).get(path), 404);
    }
}
