package dev.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The whole contract on SQLite. */
@TestInstance(Lifecycle.PER_CLASS)
class SqliteStoresTest {
    private final Path file;
    private final Database shared;

    SqliteStoresTest(@TempDir Path folder) {
        file = folder.resolve("latchkey.db");
        shared = open();
        shared.migrate();
    }

    private Database open() {
        return Database.open(new DatabaseSettings.Sqlite(file, 4));
    }

    /** After all the others, which asked everything that the stores ever ask. */
    @AfterAll
    void no_statement_reads_the_whole_of_a_table_that_grows() throws SQLException {
        var asked = new ArrayList<>(shared.sql().asked());
        asked.removeIf(text -> text.startsWith(Wipe.EVERYTHING) && !text.contains("WHERE"));
        asked.removeIf(text -> text.startsWith("EXPLAIN"));
        shared.close();

        assertThat(asked).isNotEmpty();
        assertThat(WholeTables.readBy(asked, "jdbc:sqlite:" + file)).isEmpty();
        assertThat(
                        WholeTables.readBy(
                                List.of("SELECT id FROM users u WHERE avatar_url = ?"),
                                "jdbc:sqlite:" + file))
                .hasSize(1);
    }

    abstract class OnSqlite implements StoreContract {
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
    class Users extends OnSqlite implements AccountsContract {}

    @Nested
    class FoundUsers extends OnSqlite implements AccountSearchContract {
        @Override
        public List<String> plan(Statement question) {
            return question.list(row -> row.text("detail"));
        }
    }

    @Nested
    class AdministratorSeats extends OnSqlite implements AdministratorSeatsContract {}

    @Nested
    class ChangedUsers extends OnSqlite implements ChangedAccountsContract {}

    @Nested
    class SetupLinks extends OnSqlite implements SetupLinksContract {}

    @Nested
    class Organizations extends OnSqlite implements OrganizationsContract {}

    @Nested
    class Members extends OnSqlite implements MembersContract {}

    @Nested
    class Invitations extends OnSqlite implements InvitationsContract {}

    @Nested
    class Sessions extends OnSqlite implements SessionsContract {}

    @Nested
    class RefreshTokens extends OnSqlite implements RefreshTokensContract {}

    @Nested
    class Principals extends OnSqlite implements PrincipalsContract {}

    @Nested
    class ApiTokens extends OnSqlite implements ApiTokensContract {}

    @Nested
    class VerificationTokens extends OnSqlite implements VerificationTokensContract {}

    @Nested
    class ResetTokens extends OnSqlite implements ResetTokensContract {}

    @Nested
    class EmailChanges extends OnSqlite implements EmailChangesContract {}

    @Nested
    class LoginFlows extends OnSqlite implements LoginFlowsContract {}

    @Nested
    class Factors extends OnSqlite implements FactorsContract {}

    @Nested
    class Identities extends OnSqlite implements IdentitiesContract {}

    @Nested
    class AuthorizationCodes extends OnSqlite implements AuthorizationCodesContract {}

    @Nested
    class Clients extends OnSqlite implements ClientsContract {}

    @Nested
    class LogoutNotices extends OnSqlite implements LogoutNoticesContract {}

    @Nested
    class ServerKeeps extends OnSqlite implements ServerKeepsContract {}

    @Nested
    class AuditSearch extends OnSqlite implements AuditSearchContract {
        @Override
        public Plan plan() {
            return new Plan("EXPLAIN QUERY PLAN", "detail");
        }
    }

    @Nested
    class Figures extends OnSqlite implements FiguresContract {}

    @Nested
    class MailQueue extends OnSqlite implements MailQueueContract {}

    @Nested
    class Transactions extends OnSqlite implements TransactionsContract {}

    @Nested
    class Housekeeping extends OnSqlite implements HousekeepingContract {}

    @Nested
    class Recovery extends OnSqlite implements RecoveryContract {
        @Override
        public String jdbcUrl() {
            return "jdbc:sqlite:" + file;
        }
    }

    @Nested
    class Changes extends OnSqlite implements ChangesContract {
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
