package dev.latchkey.config;

/**
 * A value that somebody set.
 *
 * @param name as it was written: key or environment variable
 * @param where file and line, or {@code environment}
 */
record Given(Raw raw, String name, String where) {

    static final String ENVIRONMENT = "environment";

    Problem problem(String what, String example) {
        String sign = where.equals(ENVIRONMENT) ? "=" : ": ";
        String hint = example.isEmpty() ? "" : "Example: " + name + sign + example;
        return new Problem(name, where, what, hint);
    }
}
