package dev.latchkey.crypto;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/**
 * Argon2id in Java, made when it is first needed, and used only after it has shown that it computes
 * rightly. Not earlier: where there is native code it seldom is, and loading Bouncy Castle's signed
 * archive takes a tenth of a second of the start.
 */
final class Argon2Checked implements Argon2Engine {
    private final String name;
    private final Supplier<Argon2Engine> maker;
    private volatile @Nullable Argon2Engine made;

    Argon2Checked(String name, Supplier<Argon2Engine> maker) {
        this.name = name;
        this.maker = maker;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean takes(Argon2Parameters parameters, int saltBytes) {
        return true;
    }

    @Override
    public byte[] hash(byte[] password, byte[] salt, Argon2Parameters parameters, int tagBytes) {
        var engine = made;
        if (engine == null) {
            engine = maker.get();
            if (!Argon2Engines.isRight(engine)) {
                throw new IllegalStateException(
                        name + " computes Argon2id wrongly: the installation is broken");
            }
            made = engine;
        }
        return engine.hash(password, salt, parameters, tagBytes);
    }
}
