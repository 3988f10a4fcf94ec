package dev.latchkey.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** What the system says of threads that were put back (proc(5)). */
class BackgroundPriorityTest {
    private static final Path THIS_THREAD = Path.of("/proc/thread-self/stat");
    private static final int SCHED_OTHER = 0;
    private static final int SCHED_IDLE = 5;

    /** Where they stand behind the name, which may hold anything. */
    private static final int NICE = 16;

    private static final int POLICY = 38;

    private record Standing(int policy, int nice) {
        static Standing ofThis() throws java.io.IOException {
            var all = Files.readString(THIS_THREAD);
            var fields = List.of(all.substring(all.lastIndexOf(')') + 2).split(" "));
            return new Standing(
                    Integer.parseInt(fields.get(POLICY)), Integer.parseInt(fields.get(NICE)));
        }
    }

    private static Standing after(Runnable change) throws Exception {
        Callable<Standing> work =
                () -> {
                    change.run();
                    return Standing.ofThis();
                };
        var task = new FutureTask<>(work);
        Thread.ofPlatform().start(task);
        return task.get();
    }

    @Test
    void the_lower_one_gets_on() throws Exception {
        var usual = Standing.ofThis();

        var lower = after(BackgroundPriority::lower);

        assertThat(lower.policy()).isEqualTo(SCHED_OTHER);
        assertThat(lower.nice()).isGreaterThan(usual.nice());
    }

    @Test
    void the_lowest_one_stands_behind_everything() throws Exception {
        assertThat(after(BackgroundPriority::lowest).policy()).isEqualTo(SCHED_IDLE);
    }

    @Test
    void it_is_of_one_thread_alone() throws Exception {
        var before = Standing.ofThis();

        after(BackgroundPriority::lowest);

        assertThat(Standing.ofThis()).isEqualTo(before);
    }
}
