package dev.latchkey.store;

import dev.latchkey.core.account.User;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.org.Role;

/** Whose a session is, read for its row. */
record SqlPrincipals(Sql sql) {
    private static final Row.Reader<Principal.Place> PLACE =
            row ->
                    new Principal.Place(
                            new OrgId(row.id("organization_id")),
                            new Role(row.word("role")),
                            row.time("created_at"),
                            row.time("updated_at"),
                            row.timeOrNull("last_used_at"));

    private static final String PLACES =
            """
            SELECT organization_id, role, created_at, updated_at, last_used_at
              FROM members WHERE user_id = :user
            """;

    /**
     * Until the transaction ends, nobody changes anything of it: not the user, whose row is held
     * first, and no membership, since that takes a hold of the user too.
     */
    Principal held(UserId id) {
        return new Principal(user(id), sql.statement(PLACES).bind("user", id).list(PLACE));
    }

    private User user(UserId id) {
        return sql
                .statement("SELECT * FROM users WHERE id = :id" + sql.engine().forShare())
                .bind("id", id)
                .returning(SqlAccounts.USER)
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a session of nobody"));
    }
}
