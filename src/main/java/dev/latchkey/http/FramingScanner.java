package dev.latchkey.http;

/**
 * Reads the raw bytes of one part of a request ahead of Netty's decoder, and finds where it ends.
 */
sealed interface FramingScanner permits HeadScanner, ChunkScanner {

    /**
     * Takes one byte; false when it was the last. Throws {@link HttpProblem} for a forbidden one.
     */
    boolean process(byte b);

    /** Takes the bytes until the last or {@code to}; where the next one would be. */
    default int process(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!process(bytes[i])) {
                return i + 1;
            }
        }
        return to;
    }

    /** Whether the last byte of the part was seen. */
    boolean done();

    void reset();
}
