package dev.latchkey.core.org;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;

import java.time.Clock;

/** Shows an invitation to whoever holds its code, which came to the invited address alone. */
public final class ShowInvitation {
    private final Invitations invitations;
    private final Organizations organizations;
    private final Clock clock;

    /** An invitation that can still be taken, and where it leads. */
    public record Open(Invitation invitation, Organization organization) {}

    public ShowInvitation(Invitations invitations, Organizations organizations, Clock clock) {
        this.invitations = invitations;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** Refuses with InvitationInvalid: unknown, expired or used. */
    public Open run(String code) {
        return InvitationCode.parse(code.strip())
                .flatMap(parsed -> invitations.find(parsed.hash()))
                .filter(found ->
                        found.usedAt() == null && clock.instant().isBefore(found.expiresAt()))
                .flatMap(found ->
                        organizations.find(found.organization()).map(to -> new Open(found, to)))
                .orElseThrow(() -> new Refused(new Refusal.InvitationInvalid()));
    }
}
