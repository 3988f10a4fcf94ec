package dev.latchkey.config;

/**
 * One mistake in the configuration, in words for the operator.
 *
 * @param name the key, or the environment variable, as it was written
 * @param where file and line, or {@code environment}
 * @param what what is wrong with it; never a secret
 * @param hint what to write instead
 */
public record Problem(String name, String where, String what, String hint) {

    @Override
    public String toString() {
        String place = where.isEmpty() ? name : name + " (" + where + ")";
        return place + ": " + what + (hint.isEmpty() ? "" : " " + hint);
    }
}
