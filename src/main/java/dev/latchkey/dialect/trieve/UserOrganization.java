package dev.latchkey.dialect.trieve;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.org.Membership;
import dev.latchkey.core.org.Role;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * {@code UserOrganization}.
 *
 * @param id our memberships have none of their own, so it is made from the two that name one (RFC
 *     9562, version 3)
 * @param role 0 user, 1 admin, 2 owner
 */
record UserOrganization(
        String id,
        @JsonProperty("user_id") String userId,
        @JsonProperty("organization_id") String organizationId,
        int role,
        @JsonProperty("created_at") String createdAt,
        @JsonProperty("updated_at") String updatedAt) {

    static UserOrganization of(UserId user, Membership membership) {
        var organization = membership.organization().id().toString();
        var name = (organization + " " + user).getBytes(StandardCharsets.UTF_8);
        return new UserOrganization(
                UUID.nameUUIDFromBytes(name).toString(),
                user.toString(),
                organization,
                number(membership.role()),
                Datetime.of(membership.createdAt()),
                Datetime.of(membership.updatedAt()));
    }

    private static int number(Role role) {
        if (role.equals(Role.OWNER)) {
            return 2;
        }
        return role.equals(Role.ADMIN) ? 1 : 0;
    }
}
