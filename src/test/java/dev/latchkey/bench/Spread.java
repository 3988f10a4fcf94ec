package dev.latchkey.bench;

/** All numbers below a count, each once, those that follow each other far apart. */
final class Spread {
    private static final double GOLDEN = 0.618_033_988;

    private final int count;
    private final long step;

    Spread(int count) {
        this.count = count;
        var candidate = (long) (count * GOLDEN) | 1;
        while (divisor(candidate, count) != 1) {
            candidate += 2;
        }
        this.step = candidate;
    }

    int count() {
        return count;
    }

    /** From any index on, as many as there are differ. */
    int at(long index) {
        return (int) (index % count * step % count);
    }

    private static long divisor(long a, long b) {
        return b == 0 ? a : divisor(b, a % b);
    }
}
