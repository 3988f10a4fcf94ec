package dev.latchkey.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The requests of a rehearsal, over a plain socket: a client library would take room in the cache
 * that no server needs.
 *
 * @param host as the Host header names it
 */
record Rehearsal(int port, String host) {
    private static final int SIGN_INS = 300;
    private static final int CHECKS = 300;
    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");
    private static final String JSON = "Content-Type: application/json";

    private static final List<String> SHOWN =
            List.of(
                    "/healthz",
                    "/auth/login",
                    "/auth/signup",
                    "/.well-known/openid-configuration",
                    "/oidc/jwks");
    private static final List<String> CHECKED =
            List.of(
                    "/trieve/api/auth/me",
                    "/nuextract/v1/api/auth/me",
                    "/aivo/auth/v1/me",
                    "/semaphore/api/user/tokens");

    /** Gives how many were answered as they should be. */
    int run(String email, String password) throws IOException {
        var done = 0;
        for (var path : SHOWN) {
            done += answer("GET", path, "", "").startsWith("HTTP/1.1 200") ? 1 : 0;
        }
        var credentials = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
        var token = "";
        for (int i = 0; i < SIGN_INS; i++) {
            var match =
                    ACCESS_TOKEN.matcher(answer("POST", "/aivo/auth/v1/login", JSON, credentials));
            if (match.find()) {
                token = match.group(1);
                done++;
            }
        }
        return done + checks(token);
    }

    private int checks(String token) throws IOException {
        var done = 0;
        for (var path : CHECKED) {
            for (int i = 0; i < CHECKS; i++) {
                var answer = answer("GET", path, "Authorization: Bearer " + token, "");
                done += answer.startsWith("HTTP/1.1 200") ? 1 : 0;
            }
        }
        return done;
    }

    private String answer(String method, String path, String header, String body)
            throws IOException {
        var request =
                "%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n%sContent-Length: %d\r\n\r\n%s"
                        .formatted(
                                method,
                                path,
                                host,
                                header.isEmpty() ? "" : header + "\r\n",
                                body.length(),
                                body);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
