package dev.latchkey.cli;

import dev.latchkey.App;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

@Command(
        name = "serve",
        description = "Runs the server until it is told to stop.",
        mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
    @ParentCommand private Latchkey latchkey;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var app = App.start(latchkey.config(), Clock.systemUTC());
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(app, stopped), "stop"));
        Welcome.print(app, spec.commandLine().getOut());
        stopped.await();
        return 0;
    }

    private static void stop(App app, CountDownLatch stopped) {
        app.close();
        stopped.countDown();
    }
}
