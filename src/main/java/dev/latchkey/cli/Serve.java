package dev.latchkey.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

@Command(
        name = "serve",
        description = "Runs the server until it is told to stop.",
        mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
    @ParentCommand private Latchkey latchkey;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Server.run(latchkey.config(), spec.commandLine().getOut());
        return 0;
    }
}
