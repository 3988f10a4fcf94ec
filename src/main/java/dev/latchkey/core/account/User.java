package dev.latchkey.core.account;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * An account.
 *
 * @param number stable, positive, for APIs that know users by an integer
 * @param userName second name to sign in with, or null
 * @param administrator may administer the whole server
 * @param emailVerifiedAt null until the address is proven
 */
public record User(
        UserId id,
        long number,
        Email email,
        @Nullable String userName,
        String firstName,
        String lastName,
        Status status,
        boolean administrator,
        @Nullable Instant emailVerifiedAt,
        @Nullable String avatarUrl,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant lastLoginAt) {

    /** Whether somebody may sign in. */
    public enum Status {
        ACTIVE,
        DISABLED
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    public boolean isEmailVerified() {
        return emailVerifiedAt != null;
    }

    /** The same somebody, who signed in just now. */
    public User signedIn(Instant at) {
        return new User(
                id,
                number,
                email,
                userName,
                firstName,
                lastName,
                status,
                administrator,
                emailVerifiedAt,
                avatarUrl,
                createdAt,
                updatedAt,
                at);
    }

    /** First and last name, else the user name, else null. */
    public @Nullable String displayName() {
        var name = (firstName + " " + lastName).strip();
        return name.isEmpty() ? userName : name;
    }
}
