package dev.latchkey.store;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.client.Consents;

import java.util.List;
import java.util.Optional;

/** What people let clients know, in SQL. */
record SqlConsents(Sql sql) implements Consents {
    private static final Row.Reader<Consent> CONSENT =
            row ->
                    new Consent(
                            row.text("client_id"),
                            Words.setIn(row.text("scopes")),
                            row.time("given_at"));

    @Override
    public Optional<Consent> find(UserId user, String clientId) {
        return sql.statement("SELECT * FROM consents WHERE user_id = :user AND client_id = :client")
                .bind("user", user)
                .bind("client", clientId)
                .find(CONSENT);
    }

    @Override
    public List<Consent> of(UserId user) {
        return sql.statement("SELECT * FROM consents WHERE user_id = :user ORDER BY client_id")
                .bind("user", user)
                .list(CONSENT);
    }

    @Override
    public void put(UserId user, Consent consent) {
        sql.statement(
                        """
                        INSERT INTO consents (user_id, client_id, scopes, given_at)
                        VALUES (:user, :client, :scopes, :given)
                        ON CONFLICT (user_id, client_id)
                        DO UPDATE SET scopes = excluded.scopes, given_at = excluded.given_at
                        """)
                .bind("user", user)
                .bind("client", consent.clientId())
                .bind("scopes", Words.of(consent.scopes().stream()))
                .bind("given", consent.givenAt())
                .execute();
    }

    @Override
    public boolean forget(UserId user, String clientId) {
        return sql.statement("DELETE FROM consents WHERE user_id = :user AND client_id = :client")
                .bind("user", user)
                .bind("client", clientId)
                .executedOne();
    }

    @Override
    public void forgetClient(String clientId) {
        sql.statement("DELETE FROM consents WHERE client_id = :client")
                .bind("client", clientId)
                .execute();
    }
}
