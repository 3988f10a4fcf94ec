package dev.latchkey.config;

/** Words that must not reach a log: printing this shows a placeholder. */
public record SecretText(String value) {

    @Override
    public String toString() {
        return "(secret)";
    }
}
