package dev.latchkey.bench;

/** A server in a process of its own that has given its first good answer. */
interface Running extends AutoCloseable {
    Peer peer();

    @Override
    void close() throws InterruptedException;
}
