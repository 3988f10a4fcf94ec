package dev.latchkey;

import dev.latchkey.cli.Latchkey;
import dev.latchkey.cli.Server;

/** Where the process starts. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        var code = Server.isMeantBy(args) ? Server.run(args) : Latchkey.run(args);
        if (code != 0) {
            System.exit(code);
        }
    }
}
