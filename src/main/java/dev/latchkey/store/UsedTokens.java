package dev.latchkey.store;

import dev.latchkey.core.session.RefreshFamily;
import dev.latchkey.core.token.TokenHash;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The refresh tokens that a family remembers, as one column: of each its hash (32 bytes), when it
 * was used (8, epoch milliseconds, never 0), and its sealed successor behind its length (2).
 */
final class UsedTokens {
    /**
     * What one takes that has a successor of our own. There is always room for it: a row that keeps
     * its size stays where it is.
     */
    static final int ROOM = 175;

    private static final int HASH_BYTES = 32;
    private static final int HEAD_BYTES = HASH_BYTES + Long.BYTES + Short.BYTES;

    private UsedTokens() {}

    static byte[] write(List<RefreshFamily.Used> all) {
        var size = all.stream().mapToInt(UsedTokens::size).sum();
        var bytes = ByteBuffer.allocate(Math.max(size, ROOM));
        for (var one : all) {
            bytes.put(one.token().bytes())
                    .putLong(one.at().toEpochMilli())
                    .putShort((short) one.sealedSuccessor().length)
                    .put(one.sealedSuccessor());
        }
        return bytes.array();
    }

    private static int size(RefreshFamily.Used one) {
        return HEAD_BYTES + one.sealedSuccessor().length;
    }

    static List<RefreshFamily.Used> read(byte[] column) {
        var bytes = ByteBuffer.wrap(column);
        var all = new ArrayList<RefreshFamily.Used>();
        while (bytes.remaining() >= HEAD_BYTES
                && bytes.getLong(bytes.position() + HASH_BYTES) != 0) {
            all.add(one(bytes));
        }
        return all;
    }

    private static RefreshFamily.Used one(ByteBuffer bytes) {
        var hash = new byte[HASH_BYTES];
        bytes.get(hash);
        var at = Instant.ofEpochMilli(bytes.getLong());
        var sealed = new byte[bytes.getShort()];
        bytes.get(sealed);
        return new RefreshFamily.Used(TokenHash.of(hash), at, sealed);
    }
}
