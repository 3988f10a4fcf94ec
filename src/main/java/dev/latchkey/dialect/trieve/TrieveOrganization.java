package dev.latchkey.dialect.trieve;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.latchkey.core.org.Membership;

/** {@code Organization}. */
record TrieveOrganization(
        String id,
        String name,
        @JsonProperty("created_at") String createdAt,
        @JsonProperty("updated_at") String updatedAt,
        int deleted) {

    static TrieveOrganization of(Membership membership) {
        var organization = membership.organization();
        return new TrieveOrganization(
                organization.id().toString(),
                organization.name(),
                Datetime.of(organization.createdAt()),
                Datetime.of(organization.updatedAt()),
                0);
    }
}
