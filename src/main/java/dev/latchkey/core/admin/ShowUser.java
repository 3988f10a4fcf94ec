package dev.latchkey.core.admin;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.account.Accounts;
import dev.latchkey.core.account.Administrators;
import dev.latchkey.core.account.User;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.factor.FactorGate;
import dev.latchkey.core.factor.Factors;
import dev.latchkey.core.federation.Identities;
import dev.latchkey.core.org.Members;
import dev.latchkey.core.org.Membership;
import dev.latchkey.core.session.ListSessions;
import dev.latchkey.core.session.Session;
import dev.latchkey.core.token.ApiToken;
import dev.latchkey.core.token.ListApiTokens;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** An administrator looks at one account and all that belongs to it. */
public final class ShowUser {

    /**
     * An account.
     *
     * @param sessions those that live, newest first
     * @param tokens those that work, newest first
     * @param identities at other providers, the oldest first
     */
    public record Shown(
            User user,
            boolean hasPassword,
            List<Membership> organizations,
            List<Session> sessions,
            List<ApiToken> tokens,
            List<Identities.Linked> identities,
            Factors factors) {}

    private final Accounts accounts;
    private final Members members;
    private final ListSessions sessions;
    private final ListApiTokens tokens;
    private final Identities identities;
    private final FactorGate gate;
    private final Administrators administrators;

    public ShowUser(
            Accounts accounts,
            Members members,
            ListSessions sessions,
            ListApiTokens tokens,
            Identities identities,
            FactorGate gate,
            Administrators administrators) {
        this.accounts = accounts;
        this.members = members;
        this.sessions = sessions;
        this.tokens = tokens;
        this.identities = identities;
        this.gate = gate;
        this.administrators = administrators;
    }

    /**
     * Refuses with NotAllowed and AccountUnknown.
     *
     * @param actor null for the command line
     */
    public Shown run(UserId id, @Nullable UserId actor) {
        administrators.require(actor);
        var found =
                accounts.findWithPassword(id)
                        .orElseThrow(() -> new Refused(new Refusal.AccountUnknown()));
        return new Shown(
                found.user(),
                found.passwordHash() != null,
                members.of(id),
                sessions.run(id),
                tokens.live(id),
                identities.of(id),
                gate.factorsOf(id));
    }
}
