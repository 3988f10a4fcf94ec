package dev.latchkey.cli;

import dev.latchkey.config.Config;
import dev.latchkey.config.ConfigLoader;
import dev.latchkey.config.ConfigProblems;
import dev.latchkey.core.Refused;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.Locale;

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
            TokenCommands.class,
            SessionCommands.class,
            ClientCommands.class
        })
public final class Latchkey implements Runnable {
    private static final int FAILED = 1;
    private static final int BAD_SETTINGS = 2;

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
                .setExecutionExceptionHandler((problem, line, parsed) -> tell(problem, line))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** The settings; the log follows them, since nothing has been logged before this. */
    Config config() {
        var config = loader.load(file);
        System.setProperty(
                "org.slf4j.simpleLogger.defaultLogLevel",
                config.log().level().name().toLowerCase(Locale.ROOT));
        return config;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do, for example: latchkey serve");
    }

    private static int tell(Exception problem, CommandLine line) {
        var err = line.getErr();
        return switch (problem) {
            case ConfigProblems problems -> {
                err.println(problems.getMessage());
                yield BAD_SETTINGS;
            }
            case Refused refused -> {
                err.println("Refused: " + RefusalWords.of(refused.refusal()));
                yield FAILED;
            }
            case Unanswerable known -> {
                err.println(known.getMessage());
                yield FAILED;
            }
            default -> {
                err.println("Failed: " + problem.getMessage());
                var cause = problem.getCause();
                if (cause != null && cause.getMessage() != null) {
                    err.println("  because: " + cause.getMessage());
                }
                err.println(
                        "  'latchkey doctor' checks the settings, the database, the keys and the"
                                + " mail.");
                yield FAILED;
            }
        };
    }
}
