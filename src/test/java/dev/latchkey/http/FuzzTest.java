package dev.latchkey.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.Random;
import java.util.regex.Pattern;

/** Random bytes, and requests with random damage: never a fault, never the end of the server. */
@Timeout(120)
class FuzzTest extends DoorTest {
    private static final int ROUNDS = 3_000;
    private static final Pattern FAULT = Pattern.compile("HTTP/1\\.1 5(?!05)\\d\\d");
    private static final String[] SEEDS = {
        get("/hello", "Cookie: sid=1", "X-Forwarded-For: 1.1.1.1"),
        post("/echo", "hello", "Content-Type: text/plain"),
        chunked("/echo", "hello", "world"),
        post("/json", "{\"a\":\"b\"}", "Content-Type: application/json"),
        get("/flow/a%2Fb?q=%20x"),
        "HEAD http://a/hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        post("/quick-echo", "x", "Expect: 100-continue"),
    };

    private final Random random = new Random(20261122);

    private void survives(byte[] bytes) {
        try (var wire = connect()) {
            wire.send(bytes).endOutput();

            assertThat(FAULT.matcher(wire.rest()).find()).isFalse();
        }
    }

    @Test
    void random_bytes_do_no_harm() {
        for (int i = 0; i < ROUNDS; i++) {
            var bytes = new byte[1 + random.nextInt(200)];
            random.nextBytes(bytes);

            survives(bytes);
        }
        assertThat(ask(get("/hello")).status()).isEqualTo(200);
    }

    @Test
    void damaged_requests_do_no_harm() {
        for (int i = 0; i < ROUNDS; i++) {
            var bytes = (seed() + seed()).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                bytes[random.nextInt(bytes.length)] = damage();
            }

            survives(bytes);
        }
        assertThat(ask(get("/hello")).status()).isEqualTo(200);
    }

    private String seed() {
        return SEEDS[random.nextInt(SEEDS.length)];
    }

    private byte damage() {
        var likely = "\r\n\0 \t:;,%/?#&=0aA\"{[\u007f\u00ff";
        return random.nextBoolean()
                ? (byte) likely.charAt(random.nextInt(likely.length()))
                : (byte) random.nextInt(256);
    }
}
