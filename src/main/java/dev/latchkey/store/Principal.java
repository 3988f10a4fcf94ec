package dev.latchkey.store;

import dev.latchkey.core.account.Email;
import dev.latchkey.core.account.User;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.org.Membership;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.org.Organization;
import dev.latchkey.core.org.Role;

import org.jspecify.annotations.Nullable;

import java.nio.BufferUnderflowException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whose a session is and where they belong, as the session's row keeps it from its beginning until
 * anything of it changes. When they signed in last is as it was then.
 */
public record Principal(User user, List<Place> places) {

    /** A membership without what is the same for all members. */
    public record Place(
            OrgId organization,
            Role role,
            Instant createdAt,
            Instant updatedAt,
            @Nullable Instant lastUsedAt) {

        Membership in(Organization organization) {
            return new Membership(organization, role, createdAt, updatedAt, lastUsedAt);
        }
    }

    public Principal {
        places = List.copyOf(places);
    }

    /** All there are, or null: somewhere they belong to another than that organization. */
    @Nullable List<Membership> memberships(@Nullable Organization organization) {
        if (places.isEmpty()) {
            return List.of();
        }
        var membership = membership(organization);
        return membership != null && places.size() == 1 ? List.of(membership) : null;
    }

    /** Null without an organization, or when the user does not belong to it. */
    @Nullable Membership membership(@Nullable Organization organization) {
        if (organization == null) {
            return null;
        }
        for (var place : places) {
            if (place.organization().equals(organization.id())) {
                return place.in(organization);
            }
        }
        return null;
    }

    /** As a column. */
    public byte[] column() {
        var column = new PrincipalColumn.Writer();
        var email = user.email();
        column.number(user.number());
        column.text(email.text());
        column.text(email.key().equals(email.text()) ? null : email.key());
        column.text(user.userName());
        column.text(user.firstName());
        column.text(user.lastName());
        column.text(user.status().name());
        column.number(user.administrator() ? 1 : 0);
        column.timeOrNull(user.emailVerifiedAt());
        column.text(user.avatarUrl());
        column.time(user.createdAt());
        column.time(user.updatedAt());
        column.timeOrNull(user.lastLoginAt());
        column.number(places.size());
        for (var place : places) {
            column.id(place.organization().value());
            column.text(place.role().name());
            column.time(place.createdAt());
            column.time(place.updatedAt());
            column.timeOrNull(place.lastUsedAt());
        }
        return column.bytes();
    }

    /**
     * Nothing when there is none, it is of a form that another version writes, or it is spoilt: all
     * of it can be asked elsewhere.
     */
    static Optional<Principal> read(UserId id, byte @Nullable [] bytes) {
        try {
            return PrincipalColumn.Reader.of(bytes)
                    .map(column -> new Principal(user(id, column), places(column)));
        } catch (BufferUnderflowException | IllegalArgumentException spoilt) {
            return Optional.empty();
        }
    }

    private static User user(UserId id, PrincipalColumn.Reader column) {
        return new User(
                id,
                column.number(),
                email(column.text(), column.textOrNull()),
                column.textOrNull(),
                column.text(),
                column.text(),
                User.Status.valueOf(column.text()),
                column.number() == 1,
                column.timeOrNull(),
                column.textOrNull(),
                column.time(),
                column.time(),
                column.timeOrNull());
    }

    private static Email email(String text, @Nullable String key) {
        return new Email(text, key == null ? text : key);
    }

    private static List<Place> places(PrincipalColumn.Reader column) {
        var places = new ArrayList<Place>();
        for (long left = column.number(); left > 0; left--) {
            places.add(
                    new Place(
                            new OrgId(column.id()),
                            new Role(column.text().intern()),
                            column.time(),
                            column.time(),
                            column.timeOrNull()));
        }
        return places;
    }
}
