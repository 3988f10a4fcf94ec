package dev.latchkey.config;

/** A value cannot be read as its kind; the message says why and follows the name of the key. */
final class BadValue extends Exception {
    private static final long serialVersionUID = 1;

    private final String what;

    BadValue(String what) {
        super(what, null, false, false);
        this.what = what;
    }

    String what() {
        return what;
    }

    /** Repeats the value, cut short; not for secrets. */
    static BadValue of(String value, String message) {
        String shown = value.length() > 80 ? value.substring(0, 80) + "..." : value;
        return new BadValue("\"" + shown + "\" " + message);
    }
}
