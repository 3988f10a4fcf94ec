package dev.latchkey.store;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.org.Members;
import dev.latchkey.core.org.Membership;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.org.Organization;
import dev.latchkey.core.org.Role;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Memberships in SQL. */
record SqlMembers(Sql sql) implements Members {
    /** Of the tables {@code m} and {@code o}, for a row whose part is called {@code m}. */
    static final String COLUMNS =
            Row.of(
                            "m",
                            List.of(
                                    "organization_id",
                                    "role",
                                    "created_at",
                                    "updated_at",
                                    "last_used_at"))
                    + ", o.name AS m_name, o.slug AS m_slug, o.description AS m_description,"
                    + " o.created_at AS m_founded_at, o.updated_at AS m_changed_at";

    private static final Row.Reader<Membership> MEMBERSHIP = SqlMembers::membership;
    private static final Row.Reader<Listed> LISTED =
            row ->
                    new Listed(
                            SqlAccounts.user(row),
                            new Role(row.word("role")),
                            row.time("joined_at"));

    /**
     * Not by the database: nearly everybody is in one, and to prepare for more costs each of them.
     */
    private static final Comparator<Membership> LAST_USED_FIRST =
            Comparator.comparing(
                            Membership::lastUsedAt,
                            Comparator.nullsLast(Comparator.<Instant>reverseOrder()))
                    .thenComparing(Membership::createdAt)
                    .thenComparing(membership -> membership.organization().id().toString());

    private static final UserId FIRST = new UserId(new UUID(0, 0));

    /**
     * CROSS says to SQLite that members are looked up first. Where somebody had it gather
     * statistics while there were few, it walks through all organizations instead.
     */
    private static final String MEMBERSHIPS =
            """
            SELECT m.*, o.name, o.slug, o.description,
                   o.created_at AS founded_at, o.updated_at AS changed_at
              FROM members m CROSS JOIN organizations o
             WHERE o.id = m.organization_id AND m.user_id = :user
            """;

    @Override
    public List<Membership> of(UserId user) {
        return sql.statement(MEMBERSHIPS).bind("user", user).list(MEMBERSHIP).stream()
                .sorted(LAST_USED_FIRST)
                .toList();
    }

    @Override
    public Optional<Membership> find(OrgId organization, UserId user) {
        return sql.statement(MEMBERSHIPS + "AND m.organization_id = :organization")
                .bind("organization", organization)
                .bind("user", user)
                .find(MEMBERSHIP);
    }

    @Override
    public long count(OrgId organization) {
        return sql.statement(
                        """
                        SELECT count(*) AS number FROM members
                         WHERE organization_id = :organization
                        """)
                .bind("organization", organization)
                .find(row -> row.number("number"))
                .orElse(0L);
    }

    @Override
    public List<Listed> page(OrgId organization, @Nullable UserId after, int limit) {
        return sql.statement(
                        """
                        SELECT u.*, m.role, m.created_at AS joined_at
                          FROM members m JOIN users u ON u.id = m.user_id
                         WHERE m.organization_id = :organization AND m.user_id > :after
                         ORDER BY m.user_id LIMIT :limit
                        """)
                .bind("organization", organization)
                .bind("after", after == null ? FIRST : after)
                .bind("limit", limit)
                .list(LISTED);
    }

    @Override
    public boolean add(OrgId organization, UserId user, Role role, Instant at) {
        return sql.statement(
                        """
                        INSERT INTO members (organization_id, user_id, role,
                                             created_at, updated_at)
                        VALUES (:organization, :user, :role, :at, :at)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("organization", organization)
                .bind("user", user)
                .bind("role", role)
                .bind("at", at)
                .executedOne();
    }

    @Override
    public boolean setRole(OrgId organization, UserId user, Role role, Instant at) {
        return sql.statement(
                        """
                        UPDATE members SET role = :role, updated_at = :at
                         WHERE organization_id = :organization AND user_id = :user
                        """)
                .bind("role", role)
                .bind("at", at)
                .bind("organization", organization)
                .bind("user", user)
                .executedOne();
    }

    @Override
    public boolean remove(OrgId organization, UserId user) {
        return sql.statement(
                        """
                        DELETE FROM members
                         WHERE organization_id = :organization AND user_id = :user
                        """)
                .bind("organization", organization)
                .bind("user", user)
                .executedOne();
    }

    /**
     * In the order of their ids, so that two who lock the same owners never wait for each other.
     */
    @Override
    public int countOwners(OrgId organization) {
        return sql.statement(
                        """
                        SELECT user_id FROM members
                         WHERE organization_id = :organization AND role = 'owner'
                         ORDER BY user_id
                        """
                                + sql.engine().forUpdate())
                .bind("organization", organization)
                .returning(row -> row.id("user_id"))
                .size();
    }

    @Override
    public void markUsed(OrgId organization, UserId user, Instant at) {
        sql.statement(
                        """
                        UPDATE members SET last_used_at = :at
                         WHERE organization_id = :organization AND user_id = :user
                           AND EXISTS (SELECT 1 FROM members other
                                        WHERE other.user_id = :user
                                          AND other.organization_id <> :organization)
                        """)
                .bind("at", at)
                .bind("organization", organization)
                .bind("user", user)
                .execute();
    }

    static Membership membership(Row row) throws SQLException {
        var organization =
                new Organization(
                        new OrgId(row.id("organization_id")),
                        row.text("name"),
                        row.text("slug"),
                        row.text("description"),
                        row.time("founded_at"),
                        row.time("changed_at"));
        return new Membership(
                organization,
                new Role(row.word("role")),
                row.time("created_at"),
                row.time("updated_at"),
                row.timeOrNull("last_used_at"));
    }
}
