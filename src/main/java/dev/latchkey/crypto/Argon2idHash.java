package dev.latchkey.crypto;

import dev.latchkey.core.Later;
import dev.latchkey.core.password.PasswordHash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;

/**
 * Argon2id (RFC 9106) as PHC strings. The password is put into NFKC first (NIST SP 800-63B, section
 * 3.1.1.2), so that it fits however a keyboard composes its letters. Also verifies the hashes of
 * other systems, which are outdated from the start.
 */
public final class Argon2idHash implements PasswordHash {
    private static final int SALT_BYTES = 16;
    private static final int TAG_BYTES = 32;

    private final Argon2Parameters parameters;

    /** Binding to native code and trying it take a tenth of a start. */
    private final Later<Argon2Engines> engines;

    private final List<ForeignHash> foreign =
            List.of(new BcryptHash(), new ScryptHash(), new Pbkdf2Hash());
    private final SecureRandom random = new SecureRandom();

    public Argon2idHash(Argon2Parameters parameters) {
        this(parameters, Argon2Sodium.LIBRARIES);
    }

    /**
     * @param libraries file names under which libsodium is looked for; none for Bouncy Castle
     */
    Argon2idHash(Argon2Parameters parameters, List<String> libraries) {
        this.parameters = parameters;
        this.engines = Later.of(() -> Argon2Engines.find(libraries));
    }

    /** What computes the hashes here: libsodium and its version, or Bouncy Castle. */
    public String engine() {
        return engines.get().preferred().name();
    }

    @Override
    public String hash(String password) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new Argon2Phc(parameters, salt, tag(password, salt, parameters, TAG_BYTES)).text();
    }

    @Override
    public boolean verify(String password, String stored) {
        var own = Argon2Phc.parse(stored);
        if (own.isPresent()) {
            return verify(password, own.get());
        }
        return foreign.stream()
                .flatMap(format -> format.read(stored).stream())
                .anyMatch(test -> test.test(password));
    }

    @Override
    public boolean isOutdated(String stored) {
        return Argon2Phc.parse(stored)
                .map(phc ->
                        !phc.parameters().equals(parameters)
                                || phc.salt().length < SALT_BYTES
                                || phc.tag().length < TAG_BYTES)
                .orElse(true);
    }

    private boolean verify(String password, Argon2Phc stored) {
        return MessageDigest.isEqual(
                stored.tag(),
                tag(password, stored.salt(), stored.parameters(), stored.tag().length));
    }

    private byte[] tag(String password, byte[] salt, Argon2Parameters with, int length) {
        var bytes =
                Normalizer.normalize(password, Normalizer.Form.NFKC)
                        .getBytes(StandardCharsets.UTF_8);
        try {
            return engines.get().hash(bytes, salt, with, length);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
