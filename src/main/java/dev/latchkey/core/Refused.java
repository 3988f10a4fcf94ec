package dev.latchkey.core;

/**
 * Carries a {@link Refusal} to the door it came from. Without a stack trace, since a refusal is no
 * fault.
 */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        super(refusal.getClass().getSimpleName(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
