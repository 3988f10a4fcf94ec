package dev.latchkey.store;

import dev.latchkey.core.key.SigningKey;
import dev.latchkey.core.key.SigningKeys;

import org.jdbi.v3.core.mapper.RowMapper;

import java.util.List;

/** Signing keys in SQL. */
record SqlSigningKeys(Sql sql) implements SigningKeys {
    private static final RowMapper<SigningKey> KEY =
            Row.mapper(row ->
                    new SigningKey(
                            row.text("id"),
                            row.text("algorithm"),
                            row.bytes("sealed_jwk"),
                            row.time("created_at")));

    @Override
    public List<SigningKey> all() {
        return sql.statement("SELECT * FROM signing_keys ORDER BY created_at DESC, id").list(KEY);
    }

    @Override
    public void insert(SigningKey key) {
        sql.statement(
                        """
                        INSERT INTO signing_keys (id, algorithm, sealed_jwk, created_at)
                        VALUES (:id, :algorithm, :jwk, :created)
                        """)
                .bind("id", key.id())
                .bind("algorithm", key.algorithm())
                .bind("jwk", key.sealedJwk())
                .bind("created", key.createdAt())
                .execute();
    }
}
