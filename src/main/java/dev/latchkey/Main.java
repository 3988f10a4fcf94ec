package dev.latchkey;

import dev.latchkey.cli.Latchkey;
import dev.latchkey.cli.Rehearse;
import dev.latchkey.cli.Server;

/** Where the process starts. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        knowBeforehand();
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

    /**
     * What would otherwise be looked for in every archive of the class path: what logs, and Netty's
     * events for a flight recorder.
     */
    private static void knowBeforehand() {
        know("slf4j.provider", "org.slf4j.simple.SimpleServiceProvider");
        know("slf4j.internal.verbosity", "WARN");
        know("io.netty.jfr.enabled", "false");
    }

    /** Unless somebody said otherwise on the command line. */
    private static void know(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}
