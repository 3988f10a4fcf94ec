package dev.latchkey.store;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.signin.LoginFlow;
import dev.latchkey.core.signin.LoginFlows;
import dev.latchkey.core.token.TokenHash;

import java.time.Instant;
import java.util.Optional;

/** Login flows in SQL. */
record SqlLoginFlows(Sql sql) implements LoginFlows {
    private static final Row.Reader<LoginFlow> FLOW =
            row ->
                    new LoginFlow(
                            row.user("user_id"),
                            row.text("method"),
                            row.flag("needs_factor"),
                            row.textOrNull("return_to"),
                            row.time("created_at"),
                            row.time("expires_at"),
                            row.timeOrNull("used_at"));

    @Override
    public void insert(TokenHash id, LoginFlow flow) {
        sql.statement(
                        """
                        INSERT INTO login_flows (hash, user_id, method, needs_factor, return_to,
                                                 created_at, expires_at, used_at)
                        VALUES (:hash, :user, :method, :needsFactor, :returnTo, :created, :expires, :used)
                        """)
                .bind("hash", id)
                .bind("user", flow.user())
                .bind("method", flow.method())
                .bind("needsFactor", flow.needsFactor())
                .bind("returnTo", flow.returnTo())
                .bind("created", flow.createdAt())
                .bind("expires", flow.expiresAt())
                .bind("used", flow.usedAt())
                .execute();
    }

    @Override
    public Optional<LoginFlow> find(TokenHash id) {
        return sql.statement("SELECT * FROM login_flows WHERE hash = :hash")
                .bind("hash", id)
                .find(FLOW);
    }

    @Override
    public boolean use(TokenHash id, Instant at) {
        return sql.statement(
                        """
                        UPDATE login_flows SET used_at = :at
                         WHERE hash = :hash AND used_at IS NULL AND expires_at > :at
                        """)
                .bind("at", at)
                .bind("hash", id)
                .executedOne();
    }

    @Override
    public boolean prove(TokenHash id, String method, Instant at) {
        return sql.statement(
                        """
                        UPDATE login_flows SET method = :method
                         WHERE hash = :hash AND used_at IS NULL AND expires_at > :at
                           AND needs_factor = TRUE AND method NOT LIKE '%mfa'
                        """)
                .bind("method", method)
                .bind("at", at)
                .bind("hash", id)
                .executedOne();
    }

    @Override
    public void useAll(UserId user, Instant at) {
        sql.statement(
                        """
                        UPDATE login_flows SET used_at = :at
                         WHERE user_id = :user AND used_at IS NULL
                        """)
                .bind("at", at)
                .bind("user", user)
                .execute();
    }
}
