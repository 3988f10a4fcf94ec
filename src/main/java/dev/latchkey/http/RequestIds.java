package dev.latchkey.http;

import java.util.concurrent.ThreadLocalRandom;

/** Names the requests of one connection: a random part for the connection, then a count. */
final class RequestIds {
    private final String connection =
            Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), Character.MAX_RADIX);
    private int count;

    String next() {
        return connection + "-" + ++count;
    }
}
