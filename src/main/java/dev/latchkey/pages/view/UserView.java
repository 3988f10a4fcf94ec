package dev.latchkey.pages.view;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One account, and what an administrator can do to it.
 *
 * @param path of this page; what is done goes below it
 * @param sessions the newest of them
 * @param moreSessions how many are not shown
 */
public record UserView(
        String path,
        String csrf,
        String title,
        Facts facts,
        List<Place> organizations,
        List<SessionsView.Row> sessions,
        int moreSessions,
        List<TokensView.Row> tokens,
        List<LinkedView.Linked> identities,
        Factors factors,
        @Nullable String done,
        @Nullable String problem) {

    /**
     * Who it is.
     *
     * @param userName or null
     * @param seen the last sign-in, or null
     */
    public record Facts(
            String id,
            String email,
            boolean verified,
            @Nullable String userName,
            boolean active,
            boolean administrator,
            boolean password,
            Moment made,
            @Nullable Moment seen) {}

    /** An organization and what they are there. */
    public record Place(String href, String name, String role) {}

    /** What is proven besides a password; the names of passkeys. */
    public record Factors(boolean authenticator, List<String> passkeys, int recoveryCodes) {
        public boolean any() {
            return authenticator || !passkeys.isEmpty() || recoveryCodes > 0;
        }
    }
}
