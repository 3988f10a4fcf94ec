package dev.latchkey.core.org;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** The store of organizations. */
public interface Organizations {

    Optional<Organization> find(OrgId id);

    /** One that has to be there. Refuses with OrganizationUnknown. */
    default Organization require(OrgId id) {
        return find(id).orElseThrow(() -> new Refused(new Refusal.OrganizationUnknown()));
    }

    Optional<Organization> findBySlug(String slug);

    /** Refuses with SlugTaken, also when two try at once. */
    void insert(Organization organization);

    /** In order of id, those behind {@code after} (null: from the start), at most {@code limit}. */
    List<Organization> list(@Nullable OrgId after, int limit);

    /**
     * Those whose name begins so, in any case, in order of their names; those behind {@code after}
     * (null: from the first), at most {@code limit}. Read from an index.
     */
    List<Organization> startingWith(String prefix, @Nullable OrgId after, int limit);

    /** Refuses with SlugTaken, also when two try at once. */
    void update(Organization organization);

    /** Organizations that anybody with a verified address of this domain joins. */
    List<Organization> joinableBy(String domain);

    /** Says that addresses of this domain, proven to be the organization's, join it as members. */
    void letJoin(String domain, OrgId organization);
}
