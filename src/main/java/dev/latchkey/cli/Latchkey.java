package dev.latchkey.cli;

import dev.latchkey.config.Config;
import dev.latchkey.config.ConfigLoader;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import java.nio.file.Path;

/** The whole command line. */
@Command(
        name = "latchkey",
        description = "One authentication server that speaks five authentication APIs.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            Serve.class,
            Migrate.class,
            Doctor.class,
            UserCommands.class,
            OrgCommands.class,
            MemberCommands.class,
            InviteCommand.class,
            InvitationCommands.class,
            DomainCommands.class,
            TokenCommands.class,
            SessionCommands.class,
            ClientCommands.class,
            KeyCommands.class,
            AuditCommands.class
        })
public final class Latchkey implements Runnable {
    @Spec private CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Settings file; else $LATCHKEY_CONFIG, else ./latchkey.yaml when it is there.",
            scope = ScopeType.INHERIT)
    private @Nullable Path file;

    private final ConfigLoader loader;

    private Latchkey(ConfigLoader loader) {
        this.loader = loader;
    }

    /** Runs one command line of this process; gives the exit code. */
    public static int run(String... args) {
        return commandLine(ConfigLoader.ofProcess()).execute(args);
    }

    /** With settings from somewhere else. */
    static CommandLine commandLine(ConfigLoader loader) {
        return new CommandLine(new Latchkey(loader))
                .setExecutionExceptionHandler(
                        (problem, line, parsed) -> Failure.tell(problem, line.getErr()))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** The settings; the log follows them, since nothing has been logged before this. */
    Config config() {
        return LogLevel.follow(loader.load(file));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do, for example: latchkey serve");
    }
}
