package dev.latchkey.store;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.account.Accounts;
import dev.latchkey.core.account.ComparisonKey;
import dev.latchkey.core.account.Email;
import dev.latchkey.core.account.LoginName;
import dev.latchkey.core.account.User;
import dev.latchkey.core.account.UserId;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Users in SQL. */
record SqlAccounts(Sql sql) implements Accounts {
    static final List<String> COLUMNS =
            List.of(
                    "id",
                    "number",
                    "email",
                    "email_key",
                    "user_name",
                    "first_name",
                    "last_name",
                    "status",
                    "administrator",
                    "email_verified_at",
                    "avatar_url",
                    "created_at",
                    "updated_at",
                    "last_login_at");

    private static final String BY_EMAIL = "SELECT * FROM users WHERE email_key = :key";
    private static final String BY_USER_NAME = "SELECT * FROM users WHERE user_name_key = :key";

    static final Row.Reader<User> USER = SqlAccounts::user;
    private static final Row.Reader<WithPassword> WITH_PASSWORD =
            row -> new WithPassword(user(row), row.textOrNull("password_hash"));

    @Override
    public Optional<User> find(UserId id) {
        return sql.statement("SELECT * FROM users WHERE id = :id").bind("id", id).find(USER);
    }

    @Override
    public Optional<WithPassword> findWithPassword(UserId id) {
        return sql.statement("SELECT * FROM users WHERE id = :id")
                .bind("id", id)
                .find(WITH_PASSWORD);
    }

    @Override
    public Optional<User> findByEmail(Email email) {
        return sql.statement(BY_EMAIL).bind("key", email.key()).find(USER);
    }

    @Override
    public Optional<WithPassword> findForSignIn(LoginName name) {
        return sql.statement(name.isEmail() ? BY_EMAIL : BY_USER_NAME)
                .bind("key", name.key())
                .find(WITH_PASSWORD);
    }

    @Override
    public Optional<WithPassword> lock(UserId id) {
        return sql
                .statement("SELECT * FROM users WHERE id = :id " + sql.engine().forUpdate())
                .bind("id", id)
                .returning(WITH_PASSWORD)
                .stream()
                .findFirst();
    }

    @Override
    public User insert(NewUser user) {
        return sql.write(() -> tryInsert(user).orElseThrow(() -> taken(user)));
    }

    /**
     * Nothing when another has the email or the name: the engine decides, so two at once cannot
     * both win.
     */
    private Optional<User> tryInsert(NewUser user) {
        var name = user.userName();
        return sql
                .statement(
                        """
                        INSERT INTO users (id, email, email_key, user_name, user_name_key,
                                           first_name, last_name, name_key, last_name_key,
                                           status, administrator,
                                           email_verified_at, password_hash,
                                           created_at, updated_at)
                        VALUES (:id, :email, :key, :name, :nameKey, :first, :last,
                                :fullKey, :lastKey,
                                'ACTIVE', :administrator, :verified, :password, :at, :at)
                        ON CONFLICT DO NOTHING
                        RETURNING *
                        """)
                .bind("id", user.id())
                .bind("email", user.email().text())
                .bind("key", user.email().key())
                .bind("name", name)
                .bind("nameKey", name == null ? null : ComparisonKey.of(name))
                .bind("first", user.firstName())
                .bind("last", user.lastName())
                .bind("fullKey", fullKey(user.firstName(), user.lastName()))
                .bind("lastKey", ComparisonKey.of(user.lastName()))
                .bind("administrator", user.administrator())
                .bind("verified", user.emailVerifiedAt())
                .bind("password", user.passwordHash())
                .bind("at", user.createdAt())
                .returning(USER)
                .stream()
                .findFirst();
    }

    private Refused taken(NewUser user) {
        var emailTaken =
                sql.statement("SELECT EXISTS (SELECT 1 FROM users WHERE email_key = :key)")
                        .bind("key", user.email().key())
                        .isTrue();
        return new Refused(emailTaken ? new Refusal.EmailTaken() : new Refusal.UserNameTaken());
    }

    @Override
    public void setPassword(UserId id, String passwordHash, Instant at) {
        sql.statement(
                        """
                        UPDATE users SET password_hash = :hash, updated_at = :at
                         WHERE id = :id
                        """)
                .bind("hash", passwordHash)
                .bind("at", at)
                .bind("id", id)
                .execute();
    }

    @Override
    public void setProfile(
            UserId id, String firstName, String lastName, @Nullable String userName, Instant at) {
        var key = userName == null ? null : ComparisonKey.of(userName);
        sql.write(() -> {
            if (key != null && isOthers("user_name_key", key, id)) {
                throw new Refused(new Refusal.UserNameTaken());
            }
            return sql.statement(
                            """
                            UPDATE users
                               SET first_name = :first, last_name = :last,
                                   name_key = :fullKey, last_name_key = :lastKey,
                                   user_name = :name, user_name_key = :key, updated_at = :at
                             WHERE id = :id
                            """)
                    .bind("first", firstName)
                    .bind("last", lastName)
                    .bind("fullKey", fullKey(firstName, lastName))
                    .bind("lastKey", ComparisonKey.of(lastName))
                    .bind("name", userName)
                    .bind("key", key)
                    .bind("at", at)
                    .bind("id", id)
                    .execute();
        });
    }

    @Override
    public void setEmail(UserId id, Email email, Instant at) {
        sql.write(() -> {
            if (isOthers("email_key", email.key(), id)) {
                throw new Refused(new Refusal.EmailTaken());
            }
            return sql.statement(
                            """
                            UPDATE users
                               SET email = :email, email_key = :key,
                                   email_verified_at = :at, updated_at = :at
                             WHERE id = :id
                            """)
                    .bind("email", email.text())
                    .bind("key", email.key())
                    .bind("at", at)
                    .bind("id", id)
                    .execute();
        });
    }

    private boolean isOthers(String column, String key, UserId own) {
        return sql.statement(
                        "SELECT EXISTS (SELECT 1 FROM users WHERE %s = :key AND id <> :id)"
                                .formatted(column))
                .bind("key", key)
                .bind("id", own)
                .isTrue();
    }

    @Override
    public void setStatus(UserId id, User.Status status, Instant at) {
        sql.statement(
                        """
                        UPDATE users SET status = :status, updated_at = :at
                         WHERE id = :id
                        """)
                .bind("status", status)
                .bind("at", at)
                .bind("id", id)
                .execute();
    }

    @Override
    public void markVerified(UserId id, Instant at) {
        sql.statement(
                        """
                        UPDATE users SET email_verified_at = :at, updated_at = :at
                         WHERE id = :id AND email_verified_at IS NULL
                        """)
                .bind("at", at)
                .bind("id", id)
                .execute();
    }

    @Override
    public void markSignedIn(UserId id, Instant at) {
        sql.statement("UPDATE users SET last_login_at = :at WHERE id = :id")
                .bind("at", at)
                .bind("id", id)
                .execute();
    }

    @Override
    public List<User> list(long afterNumber, int limit) {
        return sql.statement(
                        """
                        SELECT * FROM users WHERE number > :after
                         ORDER BY number LIMIT :limit
                        """)
                .bind("after", afterNumber)
                .bind("limit", limit)
                .list(USER);
    }

    @Override
    public boolean isEmpty() {
        return sql.statement("SELECT NOT EXISTS (SELECT 1 FROM users LIMIT 1)").isTrue();
    }

    @Override
    public boolean hasAdministrator() {
        return sql.statement("SELECT EXISTS (SELECT 1 FROM users WHERE administrator = TRUE)")
                .isTrue();
    }

    private static String fullKey(String firstName, String lastName) {
        return ComparisonKey.of((firstName + " " + lastName).strip());
    }

    static User user(Row row) throws SQLException {
        return new User(
                row.user("id"),
                row.number("number"),
                row.email(),
                row.textOrNull("user_name"),
                row.text("first_name"),
                row.text("last_name"),
                User.Status.valueOf(row.text("status")),
                row.flag("administrator"),
                row.timeOrNull("email_verified_at"),
                row.textOrNull("avatar_url"),
                row.time("created_at"),
                row.time("updated_at"),
                row.timeOrNull("last_login_at"));
    }
}
