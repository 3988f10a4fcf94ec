package dev.latchkey.core.session;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.memory.Answers;
import dev.latchkey.core.org.Membership;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.token.ApiTokenId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.function.Function;

/** A credential that was found good: whose it is, how long that holds, and answers made from it. */
public final class Checked {
    private final Answers answers = new Answers();
    private final Profile profile;
    private final @Nullable Session session;
    private final @Nullable ApiTokenId apiToken;
    private final @Nullable OrgId organization;
    private final Instant goodUntil;
    private volatile long notedAtMillis;

    Checked(
            Profile profile,
            @Nullable Session session,
            @Nullable ApiTokenId apiToken,
            @Nullable OrgId organization,
            Instant goodUntil) {
        this.profile = profile;
        this.session = session;
        this.apiToken = apiToken;
        this.organization = organization;
        this.goodUntil = goodUntil;
    }

    public UserId user() {
        return profile.user().id();
    }

    public Profile profile() {
        return profile;
    }

    /** Null for an API token. */
    public @Nullable Session session() {
        return session;
    }

    /** Null for a session. */
    public @Nullable ApiTokenId apiToken() {
        return apiToken;
    }

    /**
     * The membership it acts in: the session's or token's organization, else the one last used;
     * null without any.
     */
    public @Nullable Membership acting() {
        var chosen = organization == null ? null : profile.in(organization).orElse(null);
        if (chosen != null || profile.memberships().isEmpty()) {
            return chosen;
        }
        return organization == null ? profile.memberships().getFirst() : null;
    }

    /** The membership in an organization that the caller named. Refuses with NotAMember. */
    public Membership actingIn(OrgId named) {
        return profile.in(named).orElseThrow(() -> new Refused(new Refusal.NotAMember()));
    }

    /** An answer made once for as long as this credential is remembered. */
    public byte[] answer(String name, Function<Checked, byte[]> render) {
        return answers.of(name, () -> render.apply(this));
    }

    /**
     * An answer that was kept, or null. Never waits, unlike {@link #answer} behind somebody else's
     * slow rendering.
     */
    public byte @Nullable [] kept(String name) {
        return answers.kept(name);
    }

    /**
     * Keeps an answer that took a look at the store. It was read after this was, so it is forgotten
     * with it.
     */
    public void keep(String name, byte[] answer) {
        answers.keep(name, answer);
    }

    boolean isGood(Instant now) {
        return now.isBefore(goodUntil);
    }

    /** True once a minute, for whoever notes when credentials were last used. */
    boolean isDueToBeNoted(long nowMillis) {
        if (nowMillis - notedAtMillis < 60_000) {
            return false;
        }
        notedAtMillis = nowMillis;
        return true;
    }
}
