package dev.latchkey.store;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.factor.Enrolments;

/** Who has a second factor, in SQL. */
record SqlEnrolments(Sql sql) implements Enrolments {
    /** For a statement that names the user's identifier in its place. */
    static final String EXISTS =
            """
            (EXISTS (SELECT 1 FROM totp_secrets WHERE user_id = %1$s)
              OR EXISTS (SELECT 1 FROM passkeys WHERE user_id = %1$s))
            """;

    private static final String QUESTION = "SELECT " + EXISTS.formatted(":user");

    @Override
    public boolean has(UserId user) {
        return sql.statement(QUESTION).bind("user", user).isTrue();
    }
}
