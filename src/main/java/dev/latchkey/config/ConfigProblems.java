package dev.latchkey.config;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used; the message lists every mistake. Carries no stack trace. */
public final class ConfigProblems extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What the process ends with. */
    public static final int EXIT_CODE = 2;

    private final transient List<Problem> problems;

    ConfigProblems(List<Problem> problems) {
        super(words(problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    private static String words(List<Problem> problems) {
        String count = problems.size() == 1 ? "1 mistake" : problems.size() + " mistakes";
        return problems.stream()
                .map(problem -> "  - " + problem)
                .collect(
                        Collectors.joining(
                                "\n",
                                "Latchkey cannot use its configuration: " + count + ".\n",
                                "\nEvery setting is explained in docs/configuration.md."));
    }
}
