package dev.latchkey.crypto;

/** A piece of code that computes Argon2id version 1.3. */
interface Argon2Engine {

    /** For the log and the doctor. */
    String name();

    /** Whether it can compute a hash with these. */
    boolean takes(Argon2Parameters parameters, int saltBytes);

    /** The tag. Safe to call from many threads at once. */
    byte[] hash(byte[] password, byte[] salt, Argon2Parameters parameters, int tagBytes);
}
