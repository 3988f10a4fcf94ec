package dev.latchkey.dialect.aivo;

import static dev.latchkey.dialect.aivo.Aivo.assertError;

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
import java.util.stream.Stream;

@TestInstance(Lifecycle.PER_CLASS)
class AivoBadInputTest {
    private static final List<GoodRequest> OPERATIONS =
            List.of(
                    GoodRequest.post("/login")
                            .text("email", "ada@example.com")
                            .text("password", TestServer.PASSWORD),
                    GoodRequest.post("/refresh").text("refreshToken", "nonsense"),
                    GoodRequest.post("/logout").header("Authorization", "Bearer nonsense"),
                    GoodRequest.get("/me").header("Authorization", "Bearer nonsense"));

    private final TestServer server = TestServer.start();

    @AfterAll
    void stop() {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> bad_input_is_refused_in_the_error_model() {
        return BadInput.tests(server.url("/aivo/auth/v1"), OPERATIONS, Aivo::assertErrorModel);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/auth/v1/login", "/Login", "/users", "/me/avatar"})
    void an_unknown_path_is_not_found(String path) {
        assertError(Http.at(server.url("/aivo/auth/v1")).get(path), 404, "not_found");
    }
}
