package dev.latchkey.store;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.token.ApiToken;
import dev.latchkey.core.token.ApiTokenId;
import dev.latchkey.core.token.ApiTokens;
import dev.latchkey.core.token.TokenHash;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** API tokens in SQL. */
record SqlApiTokens(Sql sql) implements ApiTokens {
    private static final Marks USES =
            new Marks(
                    """
                    UPDATE api_tokens SET last_used_at = m.column2 FROM (VALUES :marks) m
                     WHERE api_tokens.id = m.column1
                       AND (last_used_at IS NULL OR last_used_at < m.column2)
                    """);

    private static final Row.Reader<ApiToken> TOKEN = SqlApiTokens::token;

    @Override
    public void insert(TokenHash hash, ApiToken token) {
        sql.statement(
                        """
                        INSERT INTO api_tokens (id, hash, shown, user_id, name, organization_id,
                                                created_at, expires_at, revoked_at, last_used_at)
                        VALUES (:id, :hash, :shown, :user, :name, :organization,
                                :created, :expires, :revoked, :used)
                        """)
                .bind("id", token.id())
                .bind("hash", hash)
                .bind("shown", token.shown())
                .bind("user", token.user())
                .bind("name", token.name())
                .bind("organization", token.organization())
                .bind("created", token.createdAt())
                .bind("expires", token.expiresAt())
                .bind("revoked", token.revokedAt())
                .bind("used", token.lastUsedAt())
                .execute();
    }

    @Override
    public Optional<ApiToken> find(TokenHash hash) {
        return sql.statement("SELECT * FROM api_tokens WHERE hash = :hash")
                .bind("hash", hash)
                .find(TOKEN);
    }

    @Override
    public Optional<ApiToken> find(UserId user, ApiTokenId id) {
        return sql.statement("SELECT * FROM api_tokens WHERE id = :id AND user_id = :user")
                .bind("id", id)
                .bind("user", user)
                .find(TOKEN);
    }

    @Override
    public Optional<ApiToken> findShown(UserId user, String shown) {
        return sql.statement("SELECT * FROM api_tokens WHERE user_id = :user AND shown = :shown")
                .bind("user", user)
                .bind("shown", shown)
                .find(TOKEN);
    }

    @Override
    public List<ApiToken> of(UserId user) {
        return sql.statement(
                        """
                        SELECT * FROM api_tokens WHERE user_id = :user
                         ORDER BY created_at DESC, id DESC
                        """)
                .bind("user", user)
                .list(TOKEN);
    }

    @Override
    public boolean rename(UserId user, ApiTokenId id, String name) {
        return sql.statement(
                        """
                        UPDATE api_tokens SET name = :name
                         WHERE id = :id AND user_id = :user
                        """)
                .bind("name", name)
                .bind("id", id)
                .bind("user", user)
                .executedOne();
    }

    @Override
    public boolean revoke(UserId user, ApiTokenId id, Instant at) {
        return sql.statement(
                        """
                        UPDATE api_tokens SET revoked_at = :at
                         WHERE id = :id AND user_id = :user AND revoked_at IS NULL
                           AND (expires_at IS NULL OR expires_at > :at)
                        """)
                .bind("at", at)
                .bind("id", id)
                .bind("user", user)
                .executedOne();
    }

    @Override
    public void markUsed(Map<ApiTokenId, Instant> lastUses) {
        USES.write(sql, lastUses, Comparator.comparing(ApiTokenId::value));
    }

    private static ApiToken token(Row row) throws SQLException {
        return new ApiToken(
                new ApiTokenId(row.id("id")),
                row.text("shown"),
                row.user("user_id"),
                row.text("name"),
                row.organizationOrNull("organization_id"),
                row.time("created_at"),
                row.timeOrNull("expires_at"),
                row.timeOrNull("revoked_at"),
                row.timeOrNull("last_used_at"));
    }
}
