package dev.latchkey.cli;

import dev.latchkey.config.ConfigProblems;
import dev.latchkey.core.Refused;

import java.io.PrintWriter;

/** What a command that failed says, and its exit code: 2 for wrong settings, else 1. */
final class Failure {
    private static final int FAILED = 1;
    private static final int BAD_SETTINGS = 2;

    private Failure() {}

    static int tell(Exception problem, PrintWriter err) {
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
