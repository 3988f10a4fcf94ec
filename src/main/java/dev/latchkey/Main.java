package dev.latchkey;

import dev.latchkey.config.ConfigLoader;
import dev.latchkey.config.ConfigProblems;

/** Where the process starts. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        try {
            System.out.println(ConfigLoader.ofProcess().load(null).server().publicUrl());
        } catch (ConfigProblems problems) {
            System.err.println(problems.getMessage());
            System.exit(ConfigProblems.EXIT_CODE);
        }
    }
}
