package dev.latchkey.core.session;

import dev.latchkey.core.account.User;
import dev.latchkey.core.org.Membership;
import dev.latchkey.core.org.OrgId;

import java.util.List;
import java.util.Optional;

/**
 * Somebody with everything that APIs tell about them.
 *
 * @param memberships last used first
 */
public record Profile(User user, List<Membership> memberships) {
    public Profile {
        memberships = List.copyOf(memberships);
    }

    public Optional<Membership> in(OrgId organization) {
        return memberships.stream()
                .filter(m -> m.organization().id().equals(organization))
                .findFirst();
    }
}
