package dev.latchkey.dialect.nap;

import dev.latchkey.core.org.Membership;

/**
 * {@code ModelsOrgCompat}. What no organization of ours has ({@code avatarURL}, {@code settings},
 * {@code deletedAt}) is left out.
 */
record OrgCompat(
        String id,
        String name,
        String slug,
        String description,
        String createdAt,
        String updatedAt) {

    static OrgCompat of(Membership membership) {
        var organization = membership.organization();
        return new OrgCompat(
                organization.id().toString(),
                organization.name(),
                organization.slug(),
                organization.description(),
                organization.createdAt().toString(),
                organization.updatedAt().toString());
    }
}
