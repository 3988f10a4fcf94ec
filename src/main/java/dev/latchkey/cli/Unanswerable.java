package dev.latchkey.cli;

/** What somebody typed names nothing, or nothing usable; the message says what to do. */
final class Unanswerable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unanswerable(String message) {
        super(message, null, false, false);
    }
}
