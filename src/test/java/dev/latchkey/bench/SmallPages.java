package dev.latchkey.bench;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/**
 * Reads a file anew into Linux' cache, in pages as small as a database's own reads and writes make
 * them there. Read in one go it would lie there in folios of up to some megabytes, and since 6.16
 * ext4 looks through all of a folio for each page of it that is written.
 */
final class SmallPages {
    private static final int READ_ONLY = 0;
    private static final int RANDOM = 1;
    private static final int DONT_NEED = 4;
    private static final long PIECE = 1 << 20;

    private static final MethodHandle OPEN =
            function("open", ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
    private static final MethodHandle ADVISE =
            function(
                    "posix_fadvise",
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_INT);
    private static final MethodHandle READ =
            function(
                    "read",
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_INT,
                    ValueLayout.ADDRESS,
                    ValueLayout.JAVA_LONG);
    private static final MethodHandle CLOSE =
            function("close", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);

    private SmallPages() {}

    /** For Linux alone. What was not written to the disk yet stays as it is. */
    static void of(Path file) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var descriptor = (int) OPEN.invokeExact(arena.allocateFrom(file.toString()), READ_ONLY);
            if (descriptor < 0) {
                throw new IOException("cannot open " + file);
            }
            read(descriptor, arena.allocate(PIECE));
            var _ = (int) CLOSE.invokeExact(descriptor);
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IOException("cannot read " + file, e);
        }
    }

    private static void read(int descriptor, MemorySegment buffer) throws Throwable {
        advise(descriptor, DONT_NEED);
        advise(descriptor, RANDOM);
        long count;
        do {
            count = (long) READ.invokeExact(descriptor, buffer, PIECE);
        } while (count > 0);
        if (count < 0) {
            throw new IOException("a read failed");
        }
    }

    private static void advise(int descriptor, int advice) throws Throwable {
        var refused = (int) ADVISE.invokeExact(descriptor, 0L, 0L, advice);
        if (refused != 0) {
            throw new IOException("advice was refused with error " + refused);
        }
    }

    private static MethodHandle function(
            String name, ValueLayout answer, ValueLayout... arguments) {
        var linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(answer, arguments));
    }
}
