package dev.latchkey.crypto;

import dev.latchkey.core.key.Sealer;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** AES-256-GCM under a key of its own for each purpose, with the purpose as associated data. */
public final class SealerAes implements Sealer {
    private final MasterKey master;
    private final AesGcm cipher = new AesGcm();

    public SealerAes(MasterKey master) {
        this.master = master;
    }

    /**
     * The JDK's cryptography opens every archive of the class path when it is first used, which is
     * a tenth of a start: this does it on a thread of its own, and whoever needs it waits.
     */
    public static void prepare() {
        Thread.ofPlatform().daemon().name("cryptography").start(AesGcm::prepare);
    }

    @Override
    public byte[] seal(String purpose, byte[] plain) {
        return cipher.seal(master.derive("AES", "seal " + purpose), context(purpose), plain);
    }

    @Override
    public Optional<byte[]> open(String purpose, byte[] sealed) {
        return cipher.open(master.derive("AES", "seal " + purpose), context(purpose), sealed);
    }

    private static byte[] context(String purpose) {
        return purpose.getBytes(StandardCharsets.UTF_8);
    }
}
