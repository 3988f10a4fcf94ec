package dev.latchkey.crypto;

/**
 * An engine that has to show that it computes Argon2id before its first hash. Not earlier: where
 * there is native code, Bouncy Castle is seldom needed, and loading its signed archive takes a
 * tenth of a second of the start.
 */
final class Argon2Checked implements Argon2Engine {
    private final Argon2Engine engine;
    private volatile boolean right;

    Argon2Checked(Argon2Engine engine) {
        this.engine = engine;
    }

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public boolean takes(Argon2Parameters parameters, int saltBytes) {
        return engine.takes(parameters, saltBytes);
    }

    @Override
    public byte[] hash(byte[] password, byte[] salt, Argon2Parameters parameters, int tagBytes) {
        if (!right) {
            if (!Argon2Engines.isRight(engine)) {
                throw new IllegalStateException(
                        engine.name() + " computes Argon2id wrongly: the installation is broken");
            }
            right = true;
        }
        return engine.hash(password, salt, parameters, tagBytes);
    }
}
