package dev.latchkey.core.account;

/**
 * Who may make an account.
 *
 * @param mode whether everybody shares one organization
 * @param verifyEmail whether nobody signs in before their address is proven
 * @param open whether accounts can be made without an invitation at all
 */
public record SignUpRules(Mode mode, boolean verifyEmail, boolean open) {

    /** How organizations and sign-up go together. */
    public enum Mode {
        /** Everybody joins the default organization. */
        SINGLE,
        /** An invitation or a proven domain decides which organization somebody joins. */
        MULTI
    }

    /** Whether this user has to prove their address before they sign in. */
    public boolean demandsVerificationOf(User user) {
        return verifyEmail && !user.isEmailVerified();
    }
}
