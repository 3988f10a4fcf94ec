package dev.latchkey.dialect.trieve;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.latchkey.core.account.User;
import dev.latchkey.core.org.Membership;
import dev.latchkey.core.session.Profile;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** {@code SlimUser}. Its two lists are parallel: an organization, and the user's place in it. */
record SlimUser(
        String id,
        @Nullable String name,
        String email,
        @JsonProperty("created_at") String createdAt,
        List<TrieveOrganization> orgs,
        @JsonProperty("user_orgs") List<UserOrganization> userOrgs) {

    static SlimUser of(Profile profile) {
        var user = profile.user();
        return new SlimUser(
                user.id().toString(),
                user.displayName(),
                user.email().text(),
                Datetime.of(user.createdAt()),
                profile.memberships().stream().map(TrieveOrganization::of).toList(),
                profile.memberships().stream().map(place -> place(user, place)).toList());
    }

    private static UserOrganization place(User user, Membership membership) {
        return UserOrganization.of(user.id(), membership);
    }
}
