package dev.latchkey.core.org;

import dev.latchkey.core.Slice;
import dev.latchkey.core.Uuids;
import dev.latchkey.core.account.Administrators;
import dev.latchkey.core.account.UserId;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds organizations, and shows one with all that belongs to it. For administrators. */
public final class FindOrganizations {
    /** How many invitations are shown of one organization. */
    public static final int INVITATIONS = 200;

    private static final int LONGEST_PAGE = 500;

    /**
     * A page of organizations.
     *
     * @param next {@code after} of the next page, or null when there is none
     */
    public record Found(List<Organization> organizations, @Nullable OrgId next) {}

    /**
     * One organization.
     *
     * @param next {@code after} of the members' next page, or null when there is none
     */
    public record Shown(
            Organization organization,
            List<Members.Listed> members,
            @Nullable UserId next,
            List<Invitation> invitations,
            List<String> domains,
            List<DomainClaim> claims) {}

    private final Organizations organizations;
    private final Members members;
    private final Invitations invitations;
    private final DomainClaims domains;
    private final Administrators administrators;
    private final Clock clock;

    public FindOrganizations(
            Organizations organizations,
            Members members,
            Invitations invitations,
            DomainClaims domains,
            Administrators administrators,
            Clock clock) {
        this.organizations = organizations;
        this.members = members;
        this.invitations = invitations;
        this.domains = domains;
        this.administrators = administrators;
        this.clock = clock;
    }

    /**
     * Those whose name begins so, in any case, in order of their names; first of all the one that
     * has exactly this slug or id. Refuses with NotAllowed.
     *
     * @param limit 1 to 500
     */
    public Found page(String text, @Nullable OrgId after, int limit, @Nullable UserId actor) {
        administrators.require(actor);
        var size = Math.clamp(limit, 1, LONGEST_PAGE);
        var page = Slice.of(organizations.startingWith(text, after, size + 1), size);
        var all = new ArrayList<>(page.rows());
        if (after == null) {
            exact(text)
                    .ifPresent(found -> {
                        all.remove(found);
                        all.addFirst(found);
                    });
        }
        return new Found(all, page.next(Organization::id));
    }

    private Optional<Organization> exact(String text) {
        return Uuids.parse(text)
                .flatMap(id -> organizations.find(new OrgId(id)))
                .or(() -> organizations.findBySlug(text));
    }

    /**
     * One with a page of its members. Refuses with NotAllowed and OrganizationUnknown.
     *
     * @param limit how many members, 1 to 500
     */
    public Shown show(OrgId id, @Nullable UserId after, int limit, @Nullable UserId actor) {
        administrators.require(actor);
        var organization = organizations.require(id);
        var size = Math.clamp(limit, 1, LONGEST_PAGE);
        var page = Slice.of(members.page(id, after, size + 1), size);
        return new Shown(
                organization,
                page.rows(),
                page.next(member -> member.user().id()),
                invitations.pending(id, clock.instant(), INVITATIONS),
                domains.proven(id),
                domains.of(id));
    }
}
