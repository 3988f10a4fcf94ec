package dev.latchkey.store;

import dev.latchkey.testkit.Postgres;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.util.List;

/** The whole contract on PostgreSQL. */
@Tag("parts")
@TestInstance(Lifecycle.PER_CLASS)
class PostgresStoresTest {
    private final String jdbcUrl = Postgres.shared().freshDatabase();
    private final Database shared = open();

    PostgresStoresTest() {
        shared.migrate();
    }

    private Database open() {
        return Database.open(new DatabaseSettings.Postgres(jdbcUrl, null, null, 10));
    }

    @AfterAll
    void close() {
        shared.close();
    }

    abstract class OnPostgres implements StoreContract {
        @BeforeEach
        void wipe() {
            Wipe.all(shared);
        }

        @Override
        public Database database() {
            return shared;
        }
    }

    @Nested
    class Users extends OnPostgres implements AccountsContract {}

    @Nested
    class FoundUsers extends OnPostgres implements AccountSearchContract {
        @Override
        public List<String> plan(Statement question) {
            return question.list(row -> row.text("QUERY PLAN"));
        }
    }

    @Nested
    class AdministratorSeats extends OnPostgres implements AdministratorSeatsContract {}

    @Nested
    class ChangedUsers extends OnPostgres implements ChangedAccountsContract {}

    @Nested
    class SetupLinks extends OnPostgres implements SetupLinksContract {}

    @Nested
    class Organizations extends OnPostgres implements OrganizationsContract {}

    @Nested
    class Members extends OnPostgres implements MembersContract {}

    @Nested
    class Invitations extends OnPostgres implements InvitationsContract {}

    @Nested
    class Sessions extends OnPostgres implements SessionsContract {}

    @Nested
    class RefreshTokens extends OnPostgres implements RefreshTokensContract {}

    @Nested
    class Principals extends OnPostgres implements PrincipalsContract {}

    @Nested
    class ApiTokens extends OnPostgres implements ApiTokensContract {}

    @Nested
    class VerificationTokens extends OnPostgres implements VerificationTokensContract {}

    @Nested
    class ResetTokens extends OnPostgres implements ResetTokensContract {}

    @Nested
    class EmailChanges extends OnPostgres implements EmailChangesContract {}

    @Nested
    class LoginFlows extends OnPostgres implements LoginFlowsContract {}

    @Nested
    class Factors extends OnPostgres implements FactorsContract {}

    @Nested
    class Identities extends OnPostgres implements IdentitiesContract {}

    @Nested
    class AuthorizationCodes extends OnPostgres implements AuthorizationCodesContract {}

    @Nested
    class Clients extends OnPostgres implements ClientsContract {}

    @Nested
    class LogoutNotices extends OnPostgres implements LogoutNoticesContract {}

    @Nested
    class ServerKeeps extends OnPostgres implements ServerKeepsContract {}

    @Nested
    class AuditSearch extends OnPostgres implements AuditSearchContract {
        @Override
        public Plan plan() {
            return new Plan("EXPLAIN", "QUERY PLAN");
        }
    }

    @Nested
    class Figures extends OnPostgres implements FiguresContract {}

    @Nested
    class MailQueue extends OnPostgres implements MailQueueContract {}

    @Nested
    class Transactions extends OnPostgres implements TransactionsContract {}

    @Nested
    class Housekeeping extends OnPostgres implements HousekeepingContract {}

    @Nested
    class Recovery extends OnPostgres implements RecoveryContract {
        @Override
        public String jdbcUrl() {
            return jdbcUrl;
        }
    }

    @Nested
    class Changes extends OnPostgres implements ChangesContract {
        private final Database own = open();
        private final Database neighbour = open();

        @AfterEach
        void close() {
            own.close();
            neighbour.close();
        }

        @Override
        public Database database() {
            return own;
        }

        @Override
        public Database neighbour() {
            return neighbour;
        }
    }
}
