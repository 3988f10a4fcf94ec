package dev.latchkey.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters.Builder;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class Argon2EnginesTest {
    private static final byte[] PASSWORD = "password".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SALT = "somesalt".getBytes(StandardCharsets.UTF_8);

    private final Argon2Engine java = new Argon2BouncyCastle();

    /**
     * RFC 9106, section 5.3. It has a secret and associated data, which PHC strings do not carry.
     */
    @Test
    void bouncy_castle_computes_the_answer_of_the_rfc() {
        var generator = new Argon2BytesGenerator();
        generator.init(
                new Builder(org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_id)
                        .withMemoryAsKB(32)
                        .withIterations(3)
                        .withParallelism(4)
                        .withSalt(repeat(2, 16))
                        .withSecret(repeat(3, 8))
                        .withAdditional(repeat(4, 12))
                        .build());
        var tag = new byte[32];

        generator.generateBytes(repeat(1, 32), tag);

        assertThat(HexFormat.of().formatHex(tag))
                .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
    }

    /** From the test suite of the reference implementation (phc-winner-argon2, src/test.c). */
    @Test
    void bouncy_castle_computes_the_answers_of_the_reference_implementation() {
        var oneLane = java.hash(PASSWORD, SALT, new Argon2Parameters(256, 2, 1), 32);
        var twoLanes = java.hash(PASSWORD, SALT, new Argon2Parameters(256, 2, 2), 32);

        assertThat(HexFormat.of().formatHex(oneLane))
                .isEqualTo("9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe");
        assertThat(HexFormat.of().formatHex(twoLanes))
                .isEqualTo("6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037");
    }

    /**
     * Holds where libsodium is installed; elsewhere the engine is Bouncy Castle, and there is
     * nothing to compare.
     */
    @Test
    void the_native_engine_and_bouncy_castle_agree() {
        var random = new Random(7);
        var engine = Argon2Engines.find(Argon2Sodium.LIBRARIES).preferred();

        for (int round = 0; round < 50; round++) {
            var password = bytes(random, random.nextInt(200));
            var salt = bytes(random, 16);
            var parameters =
                    new Argon2Parameters(8 + random.nextInt(300), 1 + random.nextInt(4), 1);
            var length = 16 + random.nextInt(48);

            assertThat(engine.hash(password, salt, parameters, length))
                    .as("round %d, %s", round, parameters)
                    .isEqualTo(java.hash(password, salt, parameters, length));
        }
    }

    @Test
    void without_a_library_bouncy_castle_does_the_work() {
        assertThat(Argon2Engines.find(List.of()).preferred().name()).isEqualTo("Bouncy Castle");
        assertThat(Argon2Engines.find(List.of("libnobody-has-this.so.0")).preferred().name())
                .isEqualTo("Bouncy Castle");
    }

    @Test
    void an_engine_that_computes_wrongly_is_found_out() {
        assertThat(Argon2Engines.isRight(java)).isTrue();
        assertThat(Argon2Engines.isRight(new OffByOne(java))).isFalse();
        var broken = new Argon2Checked("broken", () -> new OffByOne(java));
        assertThatThrownBy(() -> broken.hash(PASSWORD, SALT, new Argon2Parameters(8, 1, 1), 32))
                .hasMessageContaining("broken computes Argon2id wrongly");
    }

    @Test
    void lanes_that_libsodium_cannot_are_computed_in_java() {
        var engines = Argon2Engines.find(Argon2Sodium.LIBRARIES);
        var twoLanes = new Argon2Parameters(256, 2, 2);

        assertThat(engines.hash(PASSWORD, SALT, twoLanes, 32))
                .isEqualTo(java.hash(PASSWORD, SALT, twoLanes, 32));
    }

    @Test
    void many_threads_hash_at_once() {
        var engines = Argon2Engines.find(Argon2Sodium.LIBRARIES);
        var parameters = new Argon2Parameters(64, 2, 1);
        var salt = repeat(9, 16);
        var right = java.hash(PASSWORD, salt, parameters, 32);

        var wrong =
                IntStream.range(0, 400)
                        .parallel()
                        .filter(_ ->
                                !Arrays.equals(right, engines.hash(PASSWORD, salt, parameters, 32)))
                        .count();

        assertThat(wrong).isZero();
    }

    /** A library with a fault. */
    private record OffByOne(Argon2Engine right) implements Argon2Engine {
        @Override
        public String name() {
            return "off by one";
        }

        @Override
        public boolean takes(Argon2Parameters parameters, int saltBytes) {
            return true;
        }

        @Override
        public byte[] hash(
                byte[] password, byte[] salt, Argon2Parameters parameters, int tagBytes) {
            var tag = right.hash(password, salt, parameters, tagBytes);
            tag[tagBytes - 1]++;
            return tag;
        }
    }

    private static byte[] repeat(int value, int times) {
        var bytes = new byte[times];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static byte[] bytes(Random random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
