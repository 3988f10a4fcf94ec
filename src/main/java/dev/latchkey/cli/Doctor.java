package dev.latchkey.cli;

import dev.latchkey.Backend;
import dev.latchkey.config.Config;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

@Command(
        name = "doctor",
        description =
                "Checks settings, database, keys, clock, providers and mail, and says what to do."
                        + " Changes nothing but missing tables and keys.",
        mixinStandardHelpOptions = true)
final class Doctor implements Callable<Integer> {
    @ParentCommand private Latchkey latchkey;

    @Spec private CommandSpec spec;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Override
    public Integer call() {
        // Bad settings end here, all of them told, with exit code 2.
        var config = latchkey.config();
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("settings", "readable and consistent"));
        findings.addAll(new SettingsCheckup(config).run());
        findings.addAll(behindTheDoors(config));
        findings.add(new MailCheckup(config).run());
        print(findings);
        return findings.stream().anyMatch(finding -> finding.state() == Finding.State.BAD) ? 1 : 0;
    }

    private static List<Finding> behindTheDoors(Config config) {
        try (var backend = Backend.open(config, Clock.systemUTC())) {
            List<Finding> findings = new ArrayList<>(new BackendCheckup(backend).run());
            findings.addAll(new ProvidersCheckup(backend.core().federation.providers).run());
            return findings;
        } catch (RuntimeException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            return List.of(
                    Finding.bad(
                            "database",
                            "cannot be opened: " + cause.getMessage(),
                            "check database.url, database.user and database.password, that the"
                                    + " server runs, and that data.dir is writable"));
        }
    }

    private void print(List<Finding> findings) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            new Printer(out, true)
                    .rows(
                            findings.stream()
                                    .map(f ->
                                            Rows.of(
                                                    "check",
                                                    f.check(),
                                                    "state",
                                                    f.state()
                                                            .name()
                                                            .toLowerCase(java.util.Locale.ROOT),
                                                    "found",
                                                    f.found(),
                                                    "advice",
                                                    f.advice()))
                                    .toList());
            return;
        }
        for (var finding : findings) {
            out.printf("%-5s %-10s %s%n", finding.state().word(), finding.check(), finding.found());
            if (!finding.advice().isEmpty()) {
                out.printf("%-16s -> %s%n", "", finding.advice());
            }
        }
        out.flush();
    }
}
