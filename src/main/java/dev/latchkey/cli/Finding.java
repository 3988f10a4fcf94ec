package dev.latchkey.cli;

/**
 * What the doctor found at one place.
 *
 * @param advice what to do about it, empty when nothing is to do
 */
record Finding(String check, State state, String found, String advice) {

    /** How bad it is. */
    enum State {
        OK("ok"),
        WARNING("warn"),
        BAD("BAD");

        private final String word;

        State(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static Finding ok(String check, String found) {
        return new Finding(check, State.OK, found, "");
    }

    static Finding warning(String check, String found, String advice) {
        return new Finding(check, State.WARNING, found, advice);
    }

    static Finding bad(String check, String found, String advice) {
        return new Finding(check, State.BAD, found, advice);
    }
}
