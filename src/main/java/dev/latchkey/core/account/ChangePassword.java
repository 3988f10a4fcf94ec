package dev.latchkey.core.account;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.factor.RecentSignIn;
import dev.latchkey.core.password.Hashing;
import dev.latchkey.core.session.Session;
import dev.latchkey.core.signin.SignInGuard;

/** Somebody who knows their password chooses another. Their other sessions end. */
public final class ChangePassword {
    /**
     * What somebody gave.
     *
     * @param session the one they are in, which goes on
     */
    public record Command(Session session, String current, String wanted, Origin origin) {}

    private final Accounts accounts;
    private final Hashing hashing;
    private final SignInGuard guard;
    private final RecentSignIn recent;
    private final SetPassword setPassword;

    public ChangePassword(
            Accounts accounts,
            Hashing hashing,
            SignInGuard guard,
            RecentSignIn recent,
            SetPassword setPassword) {
        this.accounts = accounts;
        this.hashing = hashing;
        this.guard = guard;
        this.recent = recent;
        this.setPassword = setPassword;
    }

    /** Whether there is one to ask for: who always came through a provider has none. */
    public boolean hasPassword(UserId user) {
        return find(user).passwordHash() != null;
    }

    /**
     * Guesses at the current password are counted as those at a sign-in are. Who has none needs a
     * recent sign-in instead. Refuses with InvalidInput (a wrong current password too),
     * RecentSignInNeeded, TooManyAttempts, Overloaded.
     */
    public void run(Command command) {
        var user = find(command.session().user());
        if (user.passwordHash() == null) {
            recent.require(command.session(), user.user());
        } else {
            prove(user, user.passwordHash(), command);
        }
        setPassword.byOwner(command.session(), command.wanted(), command.origin());
    }

    private void prove(Accounts.WithPassword user, String stored, Command command) {
        var key = user.user().email().key();
        var address = command.origin().address();
        guard.check(key, address);
        var right = hashing.verify(command.current(), stored);
        guard.check(key, address);
        if (!right) {
            guard.failed(key, address);
            throw new Refused(Refusal.InvalidInput.of("current", "is not your password"));
        }
        guard.succeeded(key, address);
    }

    private Accounts.WithPassword find(UserId user) {
        return accounts.findWithPassword(user)
                .orElseThrow(() -> new Refused(new Refusal.AccountUnknown()));
    }
}
