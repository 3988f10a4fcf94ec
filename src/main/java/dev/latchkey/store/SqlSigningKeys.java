package dev.latchkey.store;

import dev.latchkey.core.key.SigningKey;
import dev.latchkey.core.key.SigningKeys;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Signing keys in SQL. */
record SqlSigningKeys(Sql sql) implements SigningKeys {
    private static final Row.Reader<SigningKey> KEY =
            row ->
                    new SigningKey(
                            row.text("id"),
                            row.text("algorithm"),
                            row.bytes("sealed_jwk"),
                            row.time("created_at"),
                            since(row));

    /** Those that were made before keys rotated signed at once. */
    private static Instant since(Row row) throws SQLException {
        var since = row.timeOrNull("signs_from");
        return since == null ? row.time("created_at") : since;
    }

    @Override
    public List<SigningKey> all() {
        return sql.statement("SELECT * FROM signing_keys ORDER BY created_at DESC, id").list(KEY);
    }

    @Override
    public void insert(SigningKey key) {
        sql.statement(
                        """
                        INSERT INTO signing_keys (id, algorithm, sealed_jwk, created_at,
                                                  signs_from)
                        VALUES (:id, :algorithm, :jwk, :created, :since)
                        """)
                .bind("id", key.id())
                .bind("algorithm", key.algorithm())
                .bind("jwk", key.sealedJwk())
                .bind("created", key.createdAt())
                .bind("since", key.signsFrom())
                .execute();
    }

    @Override
    public void delete(String id) {
        sql.statement("DELETE FROM signing_keys WHERE id = :id").bind("id", id).execute();
    }
}
