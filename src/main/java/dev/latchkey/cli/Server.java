package dev.latchkey.cli;

import dev.latchkey.App;
import dev.latchkey.config.Config;
import dev.latchkey.config.ConfigLoader;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Runs one server until the process is told to stop.
 *
 * <p>Its usual call goes past picocli, whose classes are of so old a format that the JVM's
 * ahead-of-time cache leaves them out: they would be a good third of the whole start.
 */
public final class Server {
    private Server() {}

    /** Whether a command line is {@code serve} with at most the settings file. */
    public static boolean isMeantBy(String... args) {
        return List.of(args).equals(List.of("serve"))
                || args.length == 3 && args[0].equals("serve") && args[1].equals("--config");
    }

    /** Runs such a command line; gives the exit code. */
    public static int run(String... args) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var file = args.length == 3 ? Path.of(args[2]) : null;
        try {
            run(LogLevel.follow(ConfigLoader.ofProcess().load(file)), out);
            return 0;
        } catch (Exception e) {
            return Failure.tell(e, new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        }
    }

    static void run(Config config, PrintWriter out) throws InterruptedException {
        var app = App.start(config, Clock.systemUTC());
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(app, stopped), "stop"));
        Welcome.print(app, out);
        var heap = HeapBound.ofProcess();
        while (!stopped.await(HeapBound.LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            heap.keep();
        }
    }

    private static void stop(App app, CountDownLatch stopped) {
        app.close();
        stopped.countDown();
    }
}
