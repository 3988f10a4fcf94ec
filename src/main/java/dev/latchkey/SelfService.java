package dev.latchkey;

import dev.latchkey.config.Config;
import dev.latchkey.core.Changes;
import dev.latchkey.core.Links;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.AskNewEmail;
import dev.latchkey.core.account.AskReset;
import dev.latchkey.core.account.ChangePassword;
import dev.latchkey.core.account.ChangeProfile;
import dev.latchkey.core.account.ConfirmNewEmail;
import dev.latchkey.core.account.HostedSignUp;
import dev.latchkey.core.account.PasswordMail;
import dev.latchkey.core.account.ResetPassword;
import dev.latchkey.core.account.SetPassword;
import dev.latchkey.core.account.SignUp;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.factor.RecentSignIn;
import dev.latchkey.core.mail.Post;
import dev.latchkey.core.mail.Wording;
import dev.latchkey.core.org.Joining;
import dev.latchkey.core.password.Hashing;
import dev.latchkey.core.session.ListSessions;
import dev.latchkey.core.session.SessionLife;
import dev.latchkey.core.signin.SignInGuard;
import dev.latchkey.core.signin.Throttle;
import dev.latchkey.store.Stores;

import java.time.Clock;
import java.time.Duration;

/** What people do for themselves on the hosted pages, and no API offers. */
public final class SelfService {
    public final HostedSignUp signUp;
    public final ChangeProfile changeProfile;
    public final ChangePassword changePassword;
    public final AskReset askReset;
    public final ResetPassword resetPassword;
    public final AskNewEmail askNewEmail;
    public final ConfirmNewEmail confirmNewEmail;
    public final ListSessions listSessions;

    SelfService(
            Config config,
            Stores stores,
            Links links,
            Post post,
            Wording wording,
            PasswordMail passwords,
            Hashing hashing,
            SignInGuard guard,
            SignUp signUp,
            SetPassword setPassword,
            RecentSignIn recent,
            Joining joining,
            SessionLife life,
            Transactions transactions,
            Changes changes,
            Audit audit,
            Clock clock) {
        var throttle = config.throttle();
        this.signUp = new HostedSignUp(signUp, perAddress(throttle));
        changeProfile = new ChangeProfile(stores.accounts(), transactions, changes, audit, clock);
        changePassword = new ChangePassword(stores.accounts(), hashing, guard, recent, setPassword);
        askReset =
                new AskReset(
                        stores.accounts(),
                        perMailbox(throttle),
                        perAddress(throttle),
                        passwords,
                        transactions,
                        audit,
                        clock);
        resetPassword =
                new ResetPassword(stores.resetTokens(), stores.accounts(), setPassword, clock);
        askNewEmail =
                new AskNewEmail(
                        stores.accounts(),
                        stores.emailChanges(),
                        recent,
                        perMailbox(throttle),
                        post,
                        wording,
                        links,
                        transactions,
                        audit,
                        clock,
                        config.tokens().verification());
        confirmNewEmail =
                new ConfirmNewEmail(
                        stores.accounts(),
                        stores.emailChanges(),
                        stores.resetTokens(),
                        joining,
                        post,
                        wording,
                        transactions,
                        changes,
                        audit,
                        clock);
        listSessions = new ListSessions(stores.sessions(), life, clock);
    }

    private static Throttle perAddress(Config.Throttle throttle) {
        return new Throttle(throttle.formsPerAddress(), throttle.window());
    }

    private static Throttle perMailbox(Config.Throttle throttle) {
        return new Throttle(throttle.mailsPerAddress(), Duration.ofHours(1));
    }
}
