package dev.latchkey.store;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.org.Invitation;
import dev.latchkey.core.org.Invitations;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.org.Role;
import dev.latchkey.core.token.TokenHash;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Invitations in SQL. */
record SqlInvitations(Sql sql) implements Invitations {
    private static final Row.Reader<Invitation> INVITATION = SqlInvitations::invitation;

    @Override
    public void insert(TokenHash code, Invitation invitation) {
        sql.statement(
                        """
                        INSERT INTO invitations (id, hash, organization_id, email, email_key, role,
                                                 invited_by, created_at, expires_at, used_at)
                        VALUES (:id, :hash, :organization, :email, :key, :role,
                                :by, :created, :expires, :used)
                        """)
                .bind("id", invitation.id())
                .bind("hash", code)
                .bind("organization", invitation.organization())
                .bind("email", invitation.email().text())
                .bind("key", invitation.email().key())
                .bind("role", invitation.role())
                .bind("by", invitation.invitedBy())
                .bind("created", invitation.createdAt())
                .bind("expires", invitation.expiresAt())
                .bind("used", invitation.usedAt())
                .execute();
    }

    @Override
    public Optional<Invitation> find(TokenHash code) {
        return sql.statement("SELECT * FROM invitations WHERE hash = :hash")
                .bind("hash", code)
                .find(INVITATION);
    }

    @Override
    public boolean use(TokenHash code, UserId by, Instant at) {
        return sql.statement(
                        """
                        UPDATE invitations SET used_at = :at, used_by = :by
                         WHERE hash = :hash AND used_at IS NULL AND expires_at > :at
                        """)
                .bind("at", at)
                .bind("by", by)
                .bind("hash", code)
                .executedOne();
    }

    @Override
    public List<Invitation> of(OrgId organization, int limit) {
        return sql.statement(
                        """
                        SELECT * FROM invitations WHERE organization_id = :organization
                         ORDER BY created_at DESC, id DESC LIMIT :limit
                        """)
                .bind("organization", organization)
                .bind("limit", limit)
                .list(INVITATION);
    }

    @Override
    public List<Invitation> pending(OrgId organization, Instant now, int limit) {
        return sql.statement(
                        """
                        SELECT * FROM invitations
                         WHERE organization_id = :organization
                           AND used_at IS NULL AND expires_at > :now
                         ORDER BY created_at DESC, id DESC LIMIT :limit
                        """)
                .bind("organization", organization)
                .bind("now", now)
                .bind("limit", limit)
                .list(INVITATION);
    }

    @Override
    public Optional<Invitation> revoke(OrgId organization, UUID id) {
        return sql
                .statement(
                        """
                        DELETE FROM invitations
                         WHERE id = :id AND organization_id = :organization AND used_at IS NULL
                        RETURNING *
                        """)
                .bind("id", id)
                .bind("organization", organization)
                .returning(INVITATION)
                .stream()
                .findFirst();
    }

    private static Invitation invitation(Row row) throws SQLException {
        return new Invitation(
                row.id("id"),
                new OrgId(row.id("organization_id")),
                row.email(),
                new Role(row.text("role")),
                row.userOrNull("invited_by"),
                row.time("created_at"),
                row.time("expires_at"),
                row.timeOrNull("used_at"));
    }
}
