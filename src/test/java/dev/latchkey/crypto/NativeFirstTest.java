package dev.latchkey.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Holds where libcrypto is installed; elsewhere both sides are the JDK, and there is nothing to
 * compare.
 */
class NativeFirstTest {
    private final Random random = new Random(11);

    @ParameterizedTest
    @EnumSource
    void native_code_and_the_jdk_take_each_others_signatures(SigningAlgorithm algorithm)
            throws JOSEException {
        var pair = algorithm.generate();
        var quick = new NativeFirst(pair, algorithm, OpenSsl.LIBRARIES);
        var header = new JWSHeader(algorithm.jws());

        for (int round = 0; round < 50; round++) {
            var message = bytes(random.nextInt(2_000));
            var mine = quick.sign(header, message);
            var theirs = algorithm.signer(pair).sign(header, message);

            assertThat(algorithm.verifier(pair).verify(header, message, mine)).isTrue();
            assertThat(quick.verify(header, message, theirs)).isTrue();
            assertThat(quick.verify(header, bytes(40), theirs)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_changed_signature_is_taken_and_none_breaks_anything(SigningAlgorithm algorithm)
            throws JOSEException {
        var quick = new NativeFirst(algorithm.generate(), algorithm, OpenSsl.LIBRARIES);
        var header = new JWSHeader(algorithm.jws());
        var message = bytes(100);
        var right = quick.sign(header, message).decode();

        for (int bit = 0; bit < right.length * 8; bit++) {
            var forged = right.clone();
            forged[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(takes(quick, header, message, forged)).as("bit %d", bit).isFalse();
        }
        for (int length = 0; length < right.length; length++) {
            assertThat(takes(quick, header, message, Arrays.copyOf(right, length))).isFalse();
        }
        assertThat(takes(quick, header, message, new byte[right.length])).isFalse();
        assertThat(takes(quick, header, message, new byte[5_000])).isFalse();
        assertThat(quick.verify(header, message, Base64URL.encode(right))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void another_key_is_not_taken_for_this_one(SigningAlgorithm algorithm) throws JOSEException {
        var header = new JWSHeader(algorithm.jws());
        var message = bytes(100);
        var other = new NativeFirst(algorithm.generate(), algorithm, OpenSsl.LIBRARIES);
        var own = new NativeFirst(algorithm.generate(), algorithm, OpenSsl.LIBRARIES);

        assertThat(own.verify(header, message, other.sign(header, message))).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void without_the_library_the_jdk_does_the_work(SigningAlgorithm algorithm)
            throws JOSEException {
        JWK pair = algorithm.generate();
        var plain =
                new NativeFirst(pair, algorithm, List.of("libnobody-has-this.so.0", "libc.so.6"));
        var header = new JWSHeader(algorithm.jws());
        var message = bytes(10);

        var signature = plain.sign(header, message);

        assertThat(algorithm.verifier(pair).verify(header, message, signature)).isTrue();
        assertThat(plain.verify(header, message, signature)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void many_threads_sign_at_once(SigningAlgorithm algorithm) throws JOSEException {
        var pair = algorithm.generate();
        var quick = new NativeFirst(pair, algorithm, OpenSsl.LIBRARIES);
        var header = new JWSHeader(algorithm.jws());

        var wrong =
                IntStream.range(0, 400)
                        .parallel()
                        .filter(i -> !isRight(quick, header, new byte[] {(byte) i}))
                        .count();

        assertThat(wrong).isZero();
    }

    private static boolean isRight(NativeFirst key, JWSHeader header, byte[] message) {
        try {
            return key.verify(header, message, key.sign(header, message));
        } catch (JOSEException e) {
            return false;
        }
    }

    private static boolean takes(
            NativeFirst key, JWSHeader header, byte[] message, byte[] signature) {
        try {
            return key.verify(header, message, Base64URL.encode(signature));
        } catch (JOSEException _) {
            // Not even the form of a signature: refused as well.
            return false;
        }
    }

    private byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
