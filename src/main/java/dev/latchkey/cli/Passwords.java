package dev.latchkey.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Reads a password from a prompt without echo, or from standard input; never from an argument,
 * which others could see.
 */
final class Passwords {
    private Passwords() {}

    static String read() throws IOException {
        var console = System.console();
        if (console != null && console.isTerminal()) {
            return twice(console);
        }
        var line =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                        .readLine();
        if (line == null || line.isEmpty()) {
            throw new Unanswerable(
                    "Give the password on standard input, or run this in a terminal to be asked for"
                            + " it.");
        }
        return line;
    }

    private static String twice(java.io.Console console) {
        var first = String.valueOf(console.readPassword("Password: "));
        var second = String.valueOf(console.readPassword("Once more: "));
        if (!first.equals(second)) {
            throw new Unanswerable("The two passwords are not the same.");
        }
        return first;
    }
}
