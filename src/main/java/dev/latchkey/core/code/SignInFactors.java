package dev.latchkey.core.code;

import java.util.List;

/**
 * How somebody signed in, as clients are told (OpenID Connect Core 1.0, section 2).
 *
 * @param amr RFC 8176
 */
public record SignInFactors(List<String> amr) {
    /** One factor: a password, or another provider's word. */
    public static final String ONE = "1";

    /** Two. */
    public static final String TWO = "2";

    public SignInFactors {
        amr = List.copyOf(amr);
    }

    /**
     * @param method of a session: {@code amr} values separated by blanks
     */
    public static SignInFactors of(String method) {
        return new SignInFactors(List.of(method.strip().split(" +")));
    }

    /** {@code acr}. */
    public String acr() {
        return amr.contains("mfa") ? TWO : ONE;
    }

    /** Whether this is as good as what was asked for; what nobody knows is never reached. */
    public boolean reaches(String acr) {
        return acr.equals(ONE) || acr.equals(TWO) && acr().equals(TWO);
    }
}
