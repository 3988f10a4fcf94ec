package dev.latchkey.crypto;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;

/**
 * Lets a thread of long work stand back behind the others. Java's own thread priorities do nothing
 * on Linux; the system calls need no privilege, and there they mean one thread (elsewhere they
 * would mean the whole process, so elsewhere nothing happens).
 *
 * <p>Each is for the current thread, for good: nobody without privilege gets a priority back. Where
 * it cannot be had at all, the thread works as any other.
 */
public final class BackgroundPriority {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundPriority.class);
    private static final int THIS_THREAD = 0;
    private static final int PRIO_PROCESS = 0;
    private static final int SCHED_IDLE = 5;

    /** Of two threads that both want a whole core, the other gets about three quarters. */
    private static final int NICENESS = 5;

    /** Makes a system call for the current thread; what it gives is 0 when all is well. */
    private interface SystemCall {
        int make(Linker linker) throws Throwable;
    }

    private BackgroundPriority() {}

    /** Behind the others, but it gets on. */
    public static void lower() {
        if (!attempt(BackgroundPriority::becomeNicer)) {
            LOG.debug("The priority of {} cannot be lowered", Thread.currentThread().getName());
        }
    }

    /**
     * Behind everything: whoever wakes up gets the core at once, and what others do with all cores
     * lets it have hardly any. Where the system has no such thing (musl), or forbids it, as {@link
     * #lower}.
     */
    public static void lowest() {
        if (!attempt(BackgroundPriority::becomeIdle)) {
            lower();
        }
    }

    private static int becomeNicer(Linker linker) throws Throwable {
        return (int)
                function(linker, "setpriority", JAVA_INT, JAVA_INT, JAVA_INT)
                        .invokeExact(PRIO_PROCESS, THIS_THREAD, NICENESS);
    }

    private static int becomeIdle(Linker linker) throws Throwable {
        try (var arena = Arena.ofConfined()) {
            var parameters = arena.allocateFrom(JAVA_INT, 0);
            return (int)
                    function(linker, "sched_setscheduler", JAVA_INT, JAVA_INT, ADDRESS)
                            .invokeExact(THIS_THREAD, SCHED_IDLE, parameters);
        }
    }

    @SuppressWarnings("restricted")
    private static MethodHandle function(Linker linker, String name, MemoryLayout... parameters) {
        var address = linker.defaultLookup().findOrThrow(name);
        return linker.downcallHandle(address, FunctionDescriptor.of(JAVA_INT, parameters));
    }

    /** Whether it came to be. */
    private static boolean attempt(SystemCall call) {
        if (!System.getProperty("os.name").equals("Linux")) {
            return false;
        }
        try {
            return call.make(Linker.nativeLinker()) == 0;
        } catch (Throwable e) {
            LOG.debug("A system call is missing", e);
            return false;
        }
    }
}
