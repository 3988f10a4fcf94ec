package dev.latchkey.crypto;

/**
 * What an Argon2id hash costs (RFC 9106). Bounded, since stored strings come from imports too, and
 * nobody should be able to store one that takes the machine down at every sign-in.
 *
 * @param memoryKib memory in KiB, at least 8 for each lane, at most 1 GiB
 * @param iterations passes over it, at most 64
 * @param parallelism lanes, at most 16
 */
public record Argon2Parameters(int memoryKib, int iterations, int parallelism) {
    private static final int MOST_MEMORY_KIB = 1024 * 1024;
    private static final int MOST_ITERATIONS = 64;
    private static final int MOST_LANES = 16;
    private static final int LEAST_KIB_A_LANE = 8;

    /** The OWASP recommendation for sign-in with Argon2id: 19 MiB, two passes, one lane. */
    public static final Argon2Parameters OWASP = new Argon2Parameters(19 * 1024, 2, 1);

    public Argon2Parameters {
        var fits =
                parallelism >= 1
                        && parallelism <= MOST_LANES
                        && iterations >= 1
                        && iterations <= MOST_ITERATIONS
                        && memoryKib >= LEAST_KIB_A_LANE * parallelism
                        && memoryKib <= MOST_MEMORY_KIB;
        if (!fits) {
            throw new IllegalArgumentException(
                    "Argon2 parameters out of bounds: m=%d KiB, t=%d, p=%d"
                            .formatted(memoryKib, iterations, parallelism));
        }
    }
}
