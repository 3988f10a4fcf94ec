package dev.latchkey.store;

import static dev.latchkey.store.StoreContract.LATER;
import static dev.latchkey.store.StoreContract.NOW;

import dev.latchkey.core.account.Accounts;
import dev.latchkey.core.account.Email;
import dev.latchkey.core.account.User;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.org.Organization;
import dev.latchkey.core.session.RefreshKey;
import dev.latchkey.core.session.Session;
import dev.latchkey.core.session.SessionId;
import dev.latchkey.core.session.SessionSecret;
import dev.latchkey.core.token.ApiToken;
import dev.latchkey.core.token.ApiTokenId;
import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;
import dev.latchkey.core.token.TokenHash;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Rows to begin with. */
record Samples(Stores stores) {

    static Email email(String text) {
        return Email.parse(text).orElseThrow();
    }

    static SessionId sessionId() {
        return new SessionId(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }

    static TokenHash hash() {
        return Secret.random(SecretKind.API_TOKEN).hash();
    }

    static Accounts.NewUser newUser(String email, @Nullable String userName) {
        return new Accounts.NewUser(
                new UserId(UUID.randomUUID()),
                email(email),
                userName,
                "Ada",
                "Lovelace",
                false,
                null,
                "$argon2id$stored",
                NOW);
    }

    User user() {
        return stores.accounts().insert(newUser(UUID.randomUUID() + "@example.org", null));
    }

    Organization organization() {
        var id = UUID.randomUUID();
        var organization = new Organization(new OrgId(id), "Org", "org-" + id, "", NOW, NOW);
        stores.organizations().insert(organization);
        return organization;
    }

    static Session newSession(UserId user, Instant created, Instant expires) {
        return newSession(sessionId(), user, created, expires);
    }

    static Session newSession(SessionId id, UserId user, Instant created, Instant expires) {
        return new Session(
                id,
                user,
                null,
                created,
                created,
                "pwd",
                expires,
                created,
                null,
                "192.0.2.1",
                "curl/8",
                "trieve");
    }

    /** With a cookie that nobody knows. */
    Session session() {
        return insert(newSession(user().id(), NOW, LATER));
    }

    Session insert(Session session) {
        stores.sessions().insert(session, new SessionSecret.Cookie(hash()));
        return session;
    }

    /** A new session's first refresh token. */
    RefreshKey refreshToken(Instant expires) {
        var session = newSession(user().id(), NOW, LATER);
        var key = refreshToken(session.id());
        stores.sessions().insert(session, new SessionSecret.Refresh(key.token(), expires));
        return key;
    }

    /** One more of a session that begins with a cookie, and may have others. */
    RefreshKey furtherRefreshToken(SessionId session) {
        var key = refreshToken(session);
        stores.sessions().add(session, new SessionSecret.Refresh(key.token(), LATER));
        return key;
    }

    static RefreshKey refreshToken(SessionId session) {
        return new RefreshKey(session, Secret.of(SecretKind.REFRESH_TOKEN, session.value()).hash());
    }

    static ApiToken newApiToken(UserId user, @Nullable Instant expires) {
        return new ApiToken(
                new ApiTokenId(UUID.randomUUID()),
                Secret.random(SecretKind.API_TOKEN).shown(),
                user,
                "CI",
                null,
                NOW,
                expires,
                null,
                null);
    }
}
