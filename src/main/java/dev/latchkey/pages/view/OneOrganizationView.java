package dev.latchkey.pages.view;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One organization with all that belongs to it.
 *
 * @param path of this page
 * @param settings what it is called, and whom one can add and invite
 * @param troubles what was wrong, in whichever of its parts
 * @param more where the next members are, or null when there are none
 * @param domains whose addresses join it
 * @param claims domains to be proven
 * @param joins whether domains let anybody join on this server
 */
public record OneOrganizationView(
        String id,
        String path,
        String csrf,
        @Nullable String done,
        Settings settings,
        Troubles troubles,
        List<Member> members,
        @Nullable String more,
        List<Invitation> invitations,
        List<String> domains,
        List<Claim> claims,
        boolean joins) {

    /** As they are, or as they were typed. */
    public record Settings(
            String title,
            String name,
            String slug,
            String description,
            String member,
            String email,
            String domain) {}

    /** What was wrong with a form of each part. */
    public record Troubles(Told settings, Told members, Told invitations, Told domains) {
        public static final Troubles NONE =
                new Troubles(Told.NOTHING, Told.NOTHING, Told.NOTHING, Told.NOTHING);
    }

    /** A role to choose. */
    public record Role(String name, boolean chosen) {}

    /** A member. */
    public record Member(
            String id, String name, String email, String role, List<Role> roles, Moment since) {}

    /** An invitation that can still be taken. */
    public record Invitation(String id, String email, String role, Moment sent, Moment until) {}

    /**
     * A domain to be proven.
     *
     * @param record the name of the TXT record
     * @param text what it has to say
     */
    public record Claim(String domain, String record, String text) {}
}
