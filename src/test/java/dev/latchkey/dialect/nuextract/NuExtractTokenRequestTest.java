package dev.latchkey.dialect.nuextract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;

/** Which of the two shapes a token request has is told by what it is refused for. */
class NuExtractTokenRequestTest {
    private static TestServer server;
    private static Http api;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        api = Http.at(server.url("/nuextract/v1"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    {"code":"a","redirectUri":"b"}                                        | the code is
                    {"type":"x","code":"a","redirectUri":"b"}                             | the code is
                    {"type":null,"code":"a","redirectUri":"b"}                            | the code is
                    {"token":"a"}                                                         | the refresh token is
                    {"type":"x","token":"a"}                                              | the refresh token is
                    {"type":"","token":"a","code":"a"}                                    | the refresh token is
                    {"type":"ai.numind.extract.shared.TokenRefreshRequest","token":"a","code":"a","redirectUri":"b"} | the refresh token is
                    {"type":"ai.numind.extract.shared.TokenCodeRequest","token":"a","code":"a","redirectUri":"b"} | the code is
                    {"type":"ai.numind.extract.shared.TokenCodeRequest","token":"a"}      | code is missing, redirectUri is missing
                    {"type":"ai.numind.extract.shared.TokenRefreshRequest"}               | token is missing
                    {"token":"a","code":"a","redirectUri":"b"}                            | give either
                    {"code":"a"}                                                          | give either
                    {}                                                                    | give either
                    {"token":""}                                                          | token is missing
                    {"code":1,"redirectUri":"b"}                                          | code has to be a string
                    {"type":7,"token":"a"}                                                | type has to be a string
                    """)
    void the_shape_is_told_by_type_else_by_members(String body, String why) {
        var answer =
                api.raw(
                        "POST",
                        "/api/auth/token",
                        "application/json",
                        body.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).startsWith("Invalid value for: body (" + why);
    }
}
