package dev.latchkey;

import dev.latchkey.cli.Latchkey;
import dev.latchkey.cli.Rehearse;
import dev.latchkey.cli.Server;

/** Where the process starts. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        nameTheLog();
        var code = run(args);
        if (code != 0) {
            System.exit(code);
        }
    }

    private static int run(String... args) {
        if (Server.isMeantBy(args)) {
            return Server.run(args);
        }
        return Rehearse.isMeantBy(args) ? Rehearse.run(args) : Latchkey.run(args);
    }

    /** Otherwise SLF4J opens every archive there is to look for it. */
    private static void nameTheLog() {
        System.setProperty("slf4j.provider", "org.slf4j.simple.SimpleServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "WARN");
    }
}
