package dev.latchkey;

import dev.latchkey.cli.Latchkey;

/** Where the process starts. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        var code = Latchkey.run(args);
        if (code != 0) {
            System.exit(code);
        }
    }
}
