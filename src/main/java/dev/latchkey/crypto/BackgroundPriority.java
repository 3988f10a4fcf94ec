package dev.latchkey.crypto;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;

/**
 * Lets a thread of long work stand back behind the others. Java's own thread priorities do nothing
 * on Linux; the system call needs no privilege, and there it means one thread (elsewhere it would
 * mean the whole process, so elsewhere nothing happens).
 */
public final class BackgroundPriority {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundPriority.class);
    private static final int THIS_THREAD = 0;
    private static final int PRIO_PROCESS = 0;

    /** Of two threads that both want a whole core, the other gets about three quarters. */
    private static final int NICENESS = 5;

    private BackgroundPriority() {}

    /** For the current thread, for good. Where it cannot be had, the thread works as any other. */
    @SuppressWarnings("restricted")
    public static void take() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return;
        }
        try {
            var linker = Linker.nativeLinker();
            var shape = FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
            var set =
                    linker.downcallHandle(linker.defaultLookup().findOrThrow("setpriority"), shape);
            var failed = (int) set.invokeExact(PRIO_PROCESS, THIS_THREAD, NICENESS);
            if (failed != 0) {
                LOG.debug("The priority of {} cannot be lowered", Thread.currentThread().getName());
            }
        } catch (Throwable e) {
            LOG.debug("The priority of {} cannot be lowered", Thread.currentThread().getName(), e);
        }
    }
}
