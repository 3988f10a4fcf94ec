package dev.latchkey.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

class MasterKeyTest {
    @TempDir private Path folder;

    @Test
    void the_first_start_makes_a_private_file_and_the_next_reads_it() throws Exception {
        var data = folder.resolve("data");

        var made = MasterKey.kept(data.resolve("secret.key"));
        var read = MasterKey.kept(data.resolve("secret.key"));

        assertThat(modeOf(data)).isEqualTo("rwx------");
        assertThat(modeOf(data.resolve("secret.key"))).isEqualTo("rw-------");
        assertThat(new SealerAes(read).open("x", new SealerAes(made).seal("x", new byte[1])))
                .isPresent();
        try (var files = Files.list(data)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactly("secret.key");
        }
    }

    @Test
    void many_that_start_at_once_get_the_same() throws Exception {
        var file = folder.resolve("data/secret.key");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts =
                    Stream.<Callable<MasterKey>>generate(() -> () -> MasterKey.kept(file))
                            .limit(32)
                            .toList();

            var keys = threads.invokeAll(starts);

            var sealed = new SealerAes(MasterKey.kept(file)).seal("x", new byte[1]);
            for (var key : keys) {
                assertThat(new SealerAes(key.get()).open("x", sealed)).isPresent();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "secret", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA!AAA="})
    void a_secret_of_another_length_is_refused_in_words_and_not_repeated(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MasterKey.ofText(text))
                .withMessage("the secret has to be 32 bytes in base 64 (44 characters)");
    }

    @Test
    void a_broken_file_is_named_and_left_alone() throws IOException {
        var file =
                Files.writeString(folder.resolve("secret.key"), "oops", StandardCharsets.US_ASCII);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MasterKey.kept(file))
                .withMessageContaining(file.toString())
                .withMessageNotContaining("oops");
        assertThat(file).hasContent("oops");
    }

    /** RFC 5869, appendix A.1: the JDK's HKDF is the one of the RFC. */
    @Test
    void hkdf_computes_the_answer_of_the_rfc() throws Exception {
        var hex = HexFormat.of();
        var parameters =
                HKDFParameterSpec.ofExtract()
                        .addIKM(hex.parseHex("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"))
                        .addSalt(hex.parseHex("000102030405060708090a0b0c"))
                        .thenExpand(hex.parseHex("f0f1f2f3f4f5f6f7f8f9"), 42);

        var key = KDF.getInstance("HKDF-SHA256").deriveData(parameters);

        assertThat(hex.formatHex(key))
                .isEqualTo(
                        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
    }

    private static String modeOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
