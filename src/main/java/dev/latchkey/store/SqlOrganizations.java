package dev.latchkey.store;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.account.ComparisonKey;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.org.Organization;
import dev.latchkey.core.org.Organizations;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Organizations in SQL. */
record SqlOrganizations(Sql sql) implements Organizations {
    static final List<String> COLUMNS =
            List.of("id", "name", "slug", "description", "created_at", "updated_at");

    private static final Row.Reader<Organization> ORGANIZATION = SqlOrganizations::organization;

    private static final OrgId FIRST = new OrgId(new UUID(0, 0));

    @Override
    public Optional<Organization> find(OrgId id) {
        return sql.statement("SELECT * FROM organizations WHERE id = :id")
                .bind("id", id)
                .find(ORGANIZATION);
    }

    @Override
    public Optional<Organization> findBySlug(String slug) {
        return sql.statement("SELECT * FROM organizations WHERE slug = :slug")
                .bind("slug", slug)
                .find(ORGANIZATION);
    }

    @Override
    public void insert(Organization organization) {
        var inserted =
                sql.statement(
                                """
                                INSERT INTO organizations (id, name, name_key, slug, description,
                                                           created_at, updated_at)
                                VALUES (:id, :name, :key, :slug, :description,
                                        :created, :updated)
                                ON CONFLICT (slug) DO NOTHING
                                """)
                        .bind("id", organization.id())
                        .bind("name", organization.name())
                        .bind("key", ComparisonKey.of(organization.name()))
                        .bind("slug", organization.slug())
                        .bind("description", organization.description())
                        .bind("created", organization.createdAt())
                        .bind("updated", organization.updatedAt())
                        .executedOne();
        if (!inserted) {
            throw new Refused(new Refusal.SlugTaken());
        }
    }

    @Override
    public List<Organization> list(@Nullable OrgId after, int limit) {
        return after == null
                ? sql.statement("SELECT * FROM organizations ORDER BY id LIMIT :limit")
                        .bind("limit", limit)
                        .list(ORGANIZATION)
                : sql.statement(
                                "SELECT * FROM organizations WHERE id > :after ORDER BY id LIMIT"
                                        + " :limit")
                        .bind("after", after)
                        .bind("limit", limit)
                        .list(ORGANIZATION);
    }

    @Override
    public List<Organization> startingWith(String typed, @Nullable OrgId after, int limit) {
        var prefix = Prefix.of(typed);
        var key = "name_key" + sql.engine().bytewise();
        return sql.statement(
                        """
                        SELECT * FROM organizations
                         WHERE (%1$s, id) > (:key, :after) AND %1$s < :end
                         ORDER BY %1$s, id LIMIT :limit
                        """
                                .formatted(key))
                .bind("key", after == null ? prefix.from() : prefix.after(keyOf(after)))
                .bind("after", after == null ? FIRST : after)
                .bind("end", prefix.end())
                .bind("limit", limit)
                .list(ORGANIZATION);
    }

    private Optional<String> keyOf(OrgId id) {
        return sql.statement("SELECT name_key FROM organizations WHERE id = :id")
                .bind("id", id)
                .find(row -> row.text("name_key"));
    }

    @Override
    public void update(Organization organization) {
        sql.writing(() -> {
            var taken =
                    findBySlug(organization.slug())
                            .filter(other -> !other.id().equals(organization.id()));
            if (taken.isPresent()) {
                throw new Refused(new Refusal.SlugTaken());
            }
            sql.statement(
                            """
                            UPDATE organizations
                               SET name = :name, name_key = :key, slug = :slug,
                                   description = :description, updated_at = :updated
                             WHERE id = :id
                            """)
                    .bind("name", organization.name())
                    .bind("key", ComparisonKey.of(organization.name()))
                    .bind("slug", organization.slug())
                    .bind("description", organization.description())
                    .bind("updated", organization.updatedAt())
                    .bind("id", organization.id())
                    .execute();
        });
    }

    @Override
    public List<Organization> joinableBy(String domain) {
        return sql.statement(
                        """
                        SELECT o.* FROM organization_domains d CROSS JOIN organizations o
                         WHERE o.id = d.organization_id AND d.domain = :domain
                         ORDER BY d.organization_id
                        """)
                .bind("domain", domain)
                .list(ORGANIZATION);
    }

    @Override
    public void letJoin(String domain, OrgId organization) {
        sql.statement(
                        """
                        INSERT INTO organization_domains (domain, organization_id)
                        VALUES (:domain, :organization) ON CONFLICT DO NOTHING
                        """)
                .bind("domain", domain)
                .bind("organization", organization)
                .execute();
    }

    static Organization organization(Row row) throws SQLException {
        return new Organization(
                new OrgId(row.id("id")),
                row.text("name"),
                row.text("slug"),
                row.text("description"),
                row.time("created_at"),
                row.time("updated_at"));
    }
}
