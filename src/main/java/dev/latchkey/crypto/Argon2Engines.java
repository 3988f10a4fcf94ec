package dev.latchkey.crypto;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * The engines of this machine, the fastest first. The native one counts only after it has shown
 * that it computes Argon2id.
 */
final class Argon2Engines {
    private static final Logger LOG = LoggerFactory.getLogger(Argon2Engines.class);
    private static final Argon2Parameters SMALL = new Argon2Parameters(8, 2, 1);
    private static final byte[] PASSWORD = "latchkey self-test".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SALT = "sixteen byte sal".getBytes(StandardCharsets.UTF_8);

    /** Computed with the reference implementation (libargon2). */
    private static final byte[] KNOWN =
            HexFormat.of()
                    .parseHex("3f1c5ad839445b70928266962b70dfe00f3bc5435de2226ef4f139f3108ffca4");

    private final List<Argon2Engine> engines;

    private Argon2Engines(List<Argon2Engine> engines) {
        this.engines = engines;
    }

    /** Tries the native libraries of these names, and falls back on Bouncy Castle. */
    static Argon2Engines find(List<String> libraries) {
        var java = new Argon2Checked("Bouncy Castle", Argon2BouncyCastle::new);
        return new Argon2Engines(
                Argon2Sodium.load(libraries)
                        .filter(Argon2Engines::isTrusted)
                        .map(engine -> List.of(engine, java))
                        .orElse(List.of(java)));
    }

    Argon2Engine preferred() {
        return engines.getFirst();
    }

    byte[] hash(byte[] password, byte[] salt, Argon2Parameters parameters, int tagBytes) {
        for (var engine : engines) {
            if (engine.takes(parameters, salt.length)) {
                return engine.hash(password, salt, parameters, tagBytes);
            }
        }
        throw new IllegalStateException("Bouncy Castle takes everything");
    }

    private static boolean isTrusted(Argon2Engine engine) {
        var right = isRight(engine);
        if (!right) {
            LOG.warn("{} computes Argon2id wrongly and is not used", engine.name());
        }
        return right;
    }

    static boolean isRight(Argon2Engine engine) {
        return MessageDigest.isEqual(KNOWN, engine.hash(PASSWORD, SALT, SMALL, KNOWN.length));
    }
}
