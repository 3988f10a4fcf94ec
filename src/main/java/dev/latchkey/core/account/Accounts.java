package dev.latchkey.core.account;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The store of users. */
public interface Accounts {

    /** A user about to be; the store gives the number. */
    record NewUser(
            UserId id,
            Email email,
            @Nullable String userName,
            String firstName,
            String lastName,
            boolean administrator,
            @Nullable Instant emailVerifiedAt,
            @Nullable String passwordHash,
            Instant createdAt) {}

    /** A user with the stored form of their password, null when they have none. */
    record WithPassword(User user, @Nullable String passwordHash) {}

    Optional<User> find(UserId id);

    /** Who has to be there. Refuses with AccountUnknown. */
    default User require(UserId id) {
        return find(id).orElseThrow(() -> new Refused(new Refusal.AccountUnknown()));
    }

    Optional<WithPassword> findWithPassword(UserId id);

    Optional<User> findByEmail(Email email);

    /** By email or user name. */
    Optional<WithPassword> findForSignIn(LoginName name);

    /**
     * Inside a transaction: the account, which nobody else locks until the transaction ends; for
     * rules about what belongs to it.
     */
    Optional<WithPassword> lock(UserId id);

    /** Refuses with EmailTaken or UserNameTaken, also when two try at once. */
    User insert(NewUser user);

    void setPassword(UserId id, String passwordHash, Instant at);

    /** Refuses with UserNameTaken, also when two try at once. */
    void setProfile(
            UserId id, String firstName, String lastName, @Nullable String userName, Instant at);

    /** A new address, proven just now. Refuses with EmailTaken, also when two try at once. */
    void setEmail(UserId id, Email email, Instant at);

    void setStatus(UserId id, User.Status status, Instant at);

    void markVerified(UserId id, Instant at);

    void markSignedIn(UserId id, Instant at);

    /** In order of number, those behind {@code afterNumber}, at most {@code limit}. */
    List<User> list(long afterNumber, int limit);

    boolean isEmpty();

    boolean hasAdministrator();
}
