package dev.latchkey.http;

import io.netty.util.ByteProcessor;

/**
 * Reads the raw bytes of one part of a request ahead of Netty's decoder, and finds where it ends.
 */
sealed interface FramingScanner extends ByteProcessor permits HeadScanner, ChunkScanner {

    /**
     * Takes one byte; false when it was the last. Throws {@link HttpProblem} for a forbidden one.
     */
    @Override
    boolean process(byte b);

    /** Whether the last byte of the part was seen. */
    boolean done();

    void reset();
}
