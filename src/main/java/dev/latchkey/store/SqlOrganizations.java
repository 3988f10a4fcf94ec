package dev.latchkey.store;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.org.Organization;
import dev.latchkey.core.org.Organizations;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Organizations in SQL. */
record SqlOrganizations(Sql sql) implements Organizations {
    private static final RowMapper<Organization> ORGANIZATION = Row.mapper(SqlOrganizations::organization);

    @Override
    public Optional<Organization> find(OrgId id) {
        return sql.read(
                db ->
                        db.createQuery("SELECT * FROM organizations WHERE id = :id")
                                .bind("id", id)
                                .map(ORGANIZATION)
                                .findOne());
    }

    @Override
    public Optional<Organization> findBySlug(String slug) {
        if (!Text.isStorable(slug)) {
            return Optional.empty();
        }
        return sql.read(
                db ->
                        db.createQuery("SELECT * FROM organizations WHERE slug = :slug")
                                .bind("slug", slug)
                                .map(ORGANIZATION)
                                .findOne());
    }

    @Override
    public void insert(Organization organization) {
        if (sql.change(db -> tryInsert(db, organization)) == 0) {
            throw new Refused(new Refusal.SlugTaken());
        }
    }

    private static int tryInsert(Handle db, Organization organization) {
        return db.createUpdate(
                        """
                        INSERT INTO organizations (id, name, slug, description, created_at, updated_at)
                        VALUES (:id, :name, :slug, :description, :created, :updated)
                        ON CONFLICT (slug) DO NOTHING""")
                .bind("id", organization.id())
                .bind("name", organization.name())
                .bind("slug", organization.slug())
                .bind("description", organization.description())
                .bind("created", organization.createdAt())
                .bind("updated", organization.updatedAt())
                .execute();
    }

    @Override
    public List<Organization> list(@Nullable OrgId after, int limit) {
        var behind = after == null ? "" : "WHERE id > :after ";
        return sql.read(
                db -> {
                    var query =
                            db.createQuery(
                                            "SELECT * FROM organizations "
                                                    + behind
                                                    + "ORDER BY id LIMIT :limit")
                                    .bind("limit", limit);
                    if (after != null) {
                        query.bind("after", after);
                    }
                    return query.map(ORGANIZATION).list();
                });
    }

    @Override
    public List<Organization> joinableBy(String domain) {
        if (!Text.isStorable(domain)) {
            return List.of();
        }
        return sql.read(
                db ->
                        db.createQuery(
                                        """
                                        SELECT o.* FROM organization_domains d
                                          JOIN organizations o ON o.id = d.organization_id
                                         WHERE d.domain = :domain ORDER BY o.id""")
                                .bind("domain", domain)
                                .map(ORGANIZATION)
                                .list());
    }

    @Override
    public void letJoin(String domain, OrgId organization) {
        sql.change(
                db ->
                        db.createUpdate(
                                        """
                                        INSERT INTO organization_domains (domain, organization_id)
                                        VALUES (:domain, :organization) ON CONFLICT DO NOTHING""")
                                .bind("domain", domain)
                                .bind("organization", organization)
                                .execute());
    }

    private static Organization organization(Row row) throws SQLException {
        return new Organization(
                new OrgId(row.id("id")),
                row.text("name"),
                row.text("slug"),
                row.text("description"),
                row.time("created_at"),
                row.time("updated_at"));
    }
}
