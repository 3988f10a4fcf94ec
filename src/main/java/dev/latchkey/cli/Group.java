package dev.latchkey.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A word that needs another behind it. */
abstract class Group implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public final void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say one of: " + String.join(", ", spec.subcommands().keySet()));
    }
}
