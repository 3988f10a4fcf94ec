package dev.latchkey.core.factor;

import java.util.List;

/**
 * A new factor that was shown to work and is not kept yet.
 *
 * @param proven what it proves, since it was just used; the claim keeps it
 * @param codes recovery codes that come with somebody's first factor, to be shown once; else empty
 */
public record Enrolment(Proven proven, List<RecoveryCode> codes) {
    public Enrolment {
        codes = List.copyOf(codes);
    }
}
