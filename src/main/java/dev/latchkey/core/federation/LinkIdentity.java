package dev.latchkey.core.federation;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.Accounts;
import dev.latchkey.core.account.User;
import dev.latchkey.core.factor.RecentSignIn;
import dev.latchkey.core.session.Session;

/** Links an identity at a provider to the account of whoever is signed in. */
public final class LinkIdentity {
    private final TakeArrival take;
    private final FindOrCreateUser users;
    private final Accounts accounts;
    private final RecentSignIn recent;
    private final Transactions transactions;

    public LinkIdentity(
            TakeArrival take,
            FindOrCreateUser users,
            Accounts accounts,
            RecentSignIn recent,
            Transactions transactions) {
        this.take = take;
        this.users = users;
        this.accounts = accounts;
        this.recent = recent;
        this.transactions = transactions;
    }

    /** Refuses with RecentSignInNeeded: asked before the way there, so that it is not in vain. */
    public void prepare(Session session, User signedIn) {
        recent.require(session, signedIn);
    }

    /**
     * Refuses with SignInStepInvalid (also when somebody else is signed in now than when it began),
     * RecentSignInNeeded, ProviderFailed, IdentityTaken.
     *
     * @return where the browser goes afterwards
     */
    public String run(Returned back, Session session, User signedIn) {
        recent.require(session, signedIn);
        return take.run(
                back,
                arrived -> {
                    if (!signedIn.id().equals(arrived.step().linkTo())) {
                        throw new Refused(new Refusal.SignInStepInvalid());
                    }
                    link(identity(arrived.arrival()), signedIn, back);
                    return arrived.step().returnTo();
                });
    }

    private void link(Identity identity, User signedIn, Returned back) {
        transactions.writing(() -> {
            // Whoever was removed or disabled meanwhile gets no new way in.
            var user =
                    accounts.lock(signedIn.id())
                            .map(Accounts.WithPassword::user)
                            .filter(User::isActive)
                            .orElseThrow(() -> new Refused(new Refusal.AccountNotActive()));
            users.link(identity, user.id(), back.origin());
            users.proven(user, identity, back.origin());
        });
    }

    private static Identity identity(Provider.Arrival arrival) {
        return switch (arrival) {
            case Provider.Arrival.Foreign(var identity) -> identity;
            case Provider.Arrival.Local _ -> throw new Refused(new Refusal.ProviderUnknown());
        };
    }
}
