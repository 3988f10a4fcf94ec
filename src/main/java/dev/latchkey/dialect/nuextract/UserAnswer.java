package dev.latchkey.dialect.nuextract;

import dev.latchkey.core.session.Profile;

import java.util.List;

/** {@code User}, with what the released clients demand beside the seed's {@code email}. */
record UserAnswer(String email, boolean isAdmin, List<Organization> organizations) {

    record Organization(String id, String name) {}

    static UserAnswer of(Profile profile) {
        var organizations =
                profile.memberships().stream()
                        .map(membership -> membership.organization())
                        .map(organization ->
                                new Organization(organization.id().toString(), organization.name()))
                        .toList();
        return new UserAnswer(
                profile.user().email().text(), profile.user().administrator(), organizations);
    }
}
