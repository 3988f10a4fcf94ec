package dev.latchkey.crypto;

import dev.latchkey.core.session.SuccessorSeal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;

import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * AES-256-GCM under a key drawn from the token by HKDF; the token's 256 random bits make that as
 * good as any key.
 */
public final class SuccessorSealAes implements SuccessorSeal {
    private static final byte[] CONTEXT =
            "latchkey refresh successor".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY_BYTES = 32;

    private final AesGcm cipher = new AesGcm();

    @Override
    public byte[] seal(String token, String successor) {
        return cipher.seal(key(token), CONTEXT, successor.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<String> open(String token, byte[] sealed) {
        return cipher.open(key(token), CONTEXT, sealed)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static SecretKey key(String token) {
        try {
            var parameters =
                    HKDFParameterSpec.ofExtract()
                            .addIKM(token.getBytes(StandardCharsets.UTF_8))
                            .thenExpand(CONTEXT, KEY_BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey("AES", parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK from 25 on has HKDF", e);
        }
    }
}
