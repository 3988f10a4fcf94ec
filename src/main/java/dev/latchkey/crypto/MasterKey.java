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
    /** The file's name in the data folder. */
    public static final String FILE = "secret.key";

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
     * @throws IllegalArgumentException as {@link #ofText}
     */
    public static MasterKey ofFile(Path file) throws IOException {
        return parse(Files.readString(file, StandardCharsets.US_ASCII), file.toString());
    }

    /**
     * From {@code secret.key} in the data folder, made with mode 0600 when it is missing. Two
     * processes at once get the same.
     */
    public static MasterKey inDataFolder(Path dataFolder) throws IOException {
        var file = dataFolder.resolve(FILE);
        if (!Files.exists(file)) {
            var secret = new byte[BYTES];
            new SecureRandom().nextBytes(secret);
            var text = Base64.getEncoder().encodeToString(secret) + "\n";
            PrivateFiles.in(dataFolder).writeNew(FILE, text.getBytes(StandardCharsets.US_ASCII));
        }
        return ofFile(file);
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
