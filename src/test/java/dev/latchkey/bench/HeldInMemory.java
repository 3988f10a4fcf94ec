package dev.latchkey.bench;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Files that the system keeps in its cache as long as this is open, as a machine with enough memory
 * does by itself. Some virtual machines' hosts take away what was not used for a minute, and then
 * only their disk is measured. Where it may not hold them, they are read once.
 */
final class HeldInMemory implements AutoCloseable {
    private static final double MOST = 0.8;
    private static final int LEAST_BYTES = 1 << 20;

    private final Arena arena = Arena.ofShared();
    private final Optional<MethodHandle> mlock = mlock();

    private HeldInMemory() {}

    static HeldInMemory nothing() {
        return new HeldInMemory();
    }

    static HeldInMemory all(Path folder) throws IOException {
        var held = new HeldInMemory();
        try (var files = Files.walk(folder)) {
            var all = files.filter(HeldInMemory::matters).toList();
            var bytes = all.stream().mapToLong(file -> file.toFile().length()).sum();
            if (bytes > MOST * available()) {
                System.err.printf(
                        "%s does not fit into memory: the disk is measured too%n", folder);
                return held;
            }
            for (var file : all) {
                held.hold(file);
            }
        }
        return held;
    }

    /** Smaller ones come and go while a server runs, and are read in no time. */
    private static boolean matters(Path file) {
        return Files.isRegularFile(file) && file.toFile().length() >= LEAST_BYTES;
    }

    /** What could be used now, in bytes; 0 where the system does not say. */
    private static long available() throws IOException {
        var told = Path.of("/proc/meminfo");
        if (!Files.exists(told)) {
            return 0;
        }
        for (var line : Files.readAllLines(told)) {
            if (line.startsWith("MemAvailable:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
            }
        }
        return 0;
    }

    private void hold(Path file) throws IOException {
        if (System.getProperty("os.name").equals("Linux")) {
            SmallPages.of(file);
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            if (mapped.byteSize() > 0) {
                hold(mapped);
            }
        }
    }

    private void hold(MemorySegment mapped) throws IOException {
        try {
            if (mlock.isEmpty() || (int) mlock.get().invokeExact(mapped, mapped.byteSize()) != 0) {
                mapped.load();
            }
        } catch (Throwable e) {
            throw new IOException("cannot hold a file in memory", e);
        }
    }

    private static Optional<MethodHandle> mlock() {
        var linker = Linker.nativeLinker();
        var type =
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG);
        return linker.defaultLookup().find("mlock").map(at -> linker.downcallHandle(at, type));
    }

    @Override
    public void close() {
        arena.close();
    }
}
