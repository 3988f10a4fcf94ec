package dev.latchkey.crypto;

import dev.latchkey.files.PrivateFiles;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;

import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one secret of a deployment: 32 random bytes from which every other key is derived. All nodes
 * on one database share it; whoever loses it loses the signing keys and every waiting mail, and
 * nothing else.
 */
public final class MasterKey {
    private static final int BYTES = 32;

    private final SecretKey secret;

    private MasterKey(byte[] secret) {
        this.secret = new SecretKeySpec(secret, "HKDF");
    }

    /**
     * @throws IllegalArgumentException with a sentence for people, when the text is not 32 bytes in
     *     base 64
     */
    public static MasterKey ofText(String base64) {
        return parse(base64, "the secret");
    }

    /**
     * From this file, which is made with mode 0600 when it is missing. Two processes that start at
     * once get the same.
     *
     * @throws IllegalArgumentException as {@link #ofText}
     */
    public static MasterKey kept(Path file) throws IOException {
        var path = file.toAbsolutePath();
        if (!Files.exists(path)) {
            var secret = new byte[BYTES];
            new SecureRandom().nextBytes(secret);
            var text = Base64.getEncoder().encodeToString(secret) + "\n";
            var name = path.getFileName().toString();
            PrivateFiles.in(Objects.requireNonNull(path.getParent()))
                    .writeNew(name, text.getBytes(StandardCharsets.US_ASCII));
        }
        // Latin-1, since any bytes are text in it: what is no base 64 is refused below.
        return parse(Files.readString(path, StandardCharsets.ISO_8859_1), file.toString());
    }

    /**
     * A key for one purpose by HKDF-SHA-256 (RFC 5869); two purposes' keys tell nothing of each
     * other.
     */
    SecretKey derive(String algorithm, String purpose) {
        var info = ("latchkey " + purpose).getBytes(StandardCharsets.UTF_8);
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(info, BYTES));
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
            throw new IllegalStateException("every JDK from 25 on has HKDF", e);
        }
    }

    private static MasterKey parse(String base64, String source) {
        try {
            var secret = Base64.getDecoder().decode(base64.strip());
            if (secret.length == BYTES) {
                return new MasterKey(secret);
            }
        } catch (IllegalArgumentException _) {
            // Said below, in the same words.
        }
        throw new IllegalArgumentException(
                source + " has to be " + BYTES + " bytes in base 64 (44 characters)");
    }

    /** Never the secret itself. */
    @Override
    public String toString() {
        return "MasterKey";
    }
}
