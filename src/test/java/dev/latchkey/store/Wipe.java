package dev.latchkey.store;

import java.util.List;

/** Empties every table, which is quicker than a new database for every test. */
final class Wipe {
    /** Who refers comes before whom it refers to. */
    private static final List<String> TABLES =
            List.of(
                    "mails",
                    "audit_events",
                    "hourly_figures",
                    "figures_counted",
                    "one_times",
                    "signing_keys",
                    "api_tokens",
                    "logout_notices",
                    "consents",
                    "client_refresh_tokens",
                    "client_grants",
                    "clients",
                    "authorization_codes",
                    "login_flows",
                    "totp_secrets",
                    "recovery_codes",
                    "passkeys",
                    "refresh_families",
                    "session_cookies",
                    "sessions",
                    "invitations",
                    "members",
                    "organization_domains",
                    "domain_claims",
                    "organizations",
                    "verification_tokens",
                    "reset_tokens",
                    "email_changes",
                    "setup_links",
                    "identities",
                    "users");

    /** How its statements begin. */
    static final String EVERYTHING = "DELETE FROM ";

    private Wipe() {}

    /**
     * PostgreSQL keeps deleted rows for a while, and looks through those of one table for each that
     * is deleted of a table that it refers to.
     */
    static void all(Database database) {
        var sql = database.sql();
        List<String> statements =
                sql.engine() instanceof PostgresEngine
                        ? List.of("TRUNCATE " + String.join(", ", TABLES))
                        : TABLES.stream().map(table -> EVERYTHING + table).toList();
        database.transactions()
                .writing(() -> statements.forEach(text -> sql.statement(text).execute()));
    }
}
