package dev.latchkey.crypto;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.Block;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;

import java.util.ArrayDeque;

/** Argon2id in Java: takes everything, needs nothing, and about twice as long as native code. */
final class Argon2BouncyCastle implements Argon2Engine {
    private final ThreadLocal<Blocks> blocks = ThreadLocal.withInitial(Blocks::new);

    @Override
    public String name() {
        return "Bouncy Castle";
    }

    @Override
    public boolean takes(Argon2Parameters parameters, int saltBytes) {
        return true;
    }

    @Override
    public byte[] hash(byte[] password, byte[] salt, Argon2Parameters parameters, int tagBytes) {
        var generator = new Argon2BytesGenerator();
        generator.init(
                new org.bouncycastle.crypto.params.Argon2Parameters.Builder(
                                org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_id)
                        .withVersion(
                                org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(parameters.memoryKib())
                        .withIterations(parameters.iterations())
                        .withParallelism(parameters.parallelism())
                        .withSalt(salt)
                        .withBlockPool(blocks.get())
                        .build());
        var tag = new byte[tagBytes];
        generator.generateBytes(password, tag);
        return tag;
    }

    /**
     * Keeps a thread's memory from one hash to the next, up to 64 MiB: the allocation of 19 MiB is
     * a good part of the work.
     */
    private static final class Blocks implements BlockPool {
        private static final int MOST = 64 * 1024;

        private final ArrayDeque<Block> free = new ArrayDeque<>();

        @Override
        public Block allocate() {
            var block = free.pollLast();
            return block == null ? new Block() : block;
        }

        @Override
        public void deallocate(Block block) {
            if (free.size() < MOST) {
                free.addLast(block.clear());
            }
        }
    }
}
