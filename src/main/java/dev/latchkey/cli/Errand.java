package dev.latchkey.cli;

import dev.latchkey.Backend;
import dev.latchkey.core.Origin;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.time.Clock;
import java.util.concurrent.Callable;

/**
 * A command that opens the backend, does one thing, delivers the mail that caused, and closes it.
 */
@Command(mixinStandardHelpOptions = true)
abstract class Errand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    /** What the command does; a refusal or failure is told by the caller. */
    abstract void run(Backend backend, Names names, Printer out) throws Exception;

    @Override
    public final Integer call() throws Exception {
        var root = (Latchkey) spec.root().userObject();
        try (var backend = Backend.open(root.config(), Clock.systemUTC())) {
            run(backend, new Names(backend.database().stores()), printer());
            backend.courier().deliverDue();
        }
        return 0;
    }

    final Printer printer() {
        return new Printer(spec.commandLine().getOut(), json);
    }

    /** The name under which the audit log tells of it. */
    final Origin origin() {
        return Origin.local("cli " + spec.qualifiedName());
    }
}
