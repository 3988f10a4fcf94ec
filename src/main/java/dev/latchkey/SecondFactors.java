package dev.latchkey;

import dev.latchkey.core.Changes;
import dev.latchkey.core.Ids;
import dev.latchkey.core.Links;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.Administrators;
import dev.latchkey.core.account.SignUpRules;
import dev.latchkey.core.account.WaysIn;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.factor.AddAuthenticator;
import dev.latchkey.core.factor.AddPasskey;
import dev.latchkey.core.factor.ChangeFactors;
import dev.latchkey.core.factor.CheckCode;
import dev.latchkey.core.factor.CheckFactor;
import dev.latchkey.core.factor.CheckPasskey;
import dev.latchkey.core.factor.FactorGate;
import dev.latchkey.core.factor.FactorGuard;
import dev.latchkey.core.factor.FactorMail;
import dev.latchkey.core.factor.FirstCodes;
import dev.latchkey.core.factor.PasskeyChallenges;
import dev.latchkey.core.factor.RecentSignIn;
import dev.latchkey.core.factor.RelyingParty;
import dev.latchkey.core.factor.ResetFactors;
import dev.latchkey.core.key.Sealer;
import dev.latchkey.core.mail.Post;
import dev.latchkey.core.mail.Wording;
import dev.latchkey.core.session.EndSession;
import dev.latchkey.core.signin.EnrolAtSignIn;
import dev.latchkey.core.signin.FinishSignIn;
import dev.latchkey.core.signin.PageStep;
import dev.latchkey.core.signin.PasskeySignIn;
import dev.latchkey.core.signin.ProveFactor;
import dev.latchkey.core.signin.Throttle;
import dev.latchkey.core.signin.WaitingFlows;
import dev.latchkey.crypto.WebAuthn4j;
import dev.latchkey.pages.FactorRules;
import dev.latchkey.store.Stores;

import java.time.Clock;
import java.time.Duration;

/** The use cases about second factors, built once from what {@link Core} has. */
public final class SecondFactors {
    private static final String ISSUER = "Latchkey";
    private static final int TRIES_FROM_ONE_ADDRESS = 5;
    private static final Duration SHORT = Duration.ofMinutes(15);
    private static final int TRIES_FROM_ANYWHERE = 30;
    private static final Duration LONG = Duration.ofDays(1);

    public final FactorGate gate;
    public final WaysIn waysIn;
    public final RecentSignIn recent;
    public final AddAuthenticator addAuthenticator;
    public final AddPasskey addPasskey;
    public final CheckPasskey passkeys;
    public final PasskeySignIn passkeySignIn;
    public final ChangeFactors change;
    public final ResetFactors reset;
    public final ProveFactor prove;
    public final EnrolAtSignIn enrolAtSignIn;

    SecondFactors(
            Stores stores,
            Administrators administrators,
            FactorGate gate,
            Sealer sealer,
            PageStep steps,
            Post post,
            Links links,
            Wording wording,
            EndSession endSession,
            SignUpRules rules,
            WaitingFlows waiting,
            FinishSignIn finish,
            Transactions transactions,
            Changes changes,
            Audit audit,
            Clock clock,
            Ids ids,
            Duration recently) {
        this.gate = gate;
        var mail = new FactorMail(post, links, wording);
        var guard =
                new FactorGuard(
                        new Throttle(TRIES_FROM_ONE_ADDRESS, SHORT),
                        new Throttle(TRIES_FROM_ANYWHERE, LONG));
        var firstCodes = new FirstCodes(stores.recoveryCodes(), audit, clock);
        waysIn = new WaysIn(stores.waysIn());
        recent = new RecentSignIn(gate, clock, recently);
        addAuthenticator =
                new AddAuthenticator(
                        stores.totpSecrets(),
                        firstCodes,
                        guard,
                        mail,
                        steps,
                        sealer,
                        ISSUER,
                        audit,
                        clock);
        var party = RelyingParty.of(links.publicUrl());
        var webAuthn = new WebAuthn4j(party);
        var challenges = new PasskeyChallenges(steps, stores.oneTimes(), clock);
        addPasskey =
                new AddPasskey(
                        stores.passkeys(),
                        webAuthn,
                        party,
                        challenges,
                        firstCodes,
                        mail,
                        audit,
                        clock,
                        ids);
        change =
                new ChangeFactors(
                        stores.totpSecrets(),
                        stores.passkeys(),
                        stores.recoveryCodes(),
                        firstCodes,
                        gate,
                        recent,
                        waysIn,
                        stores.sessions(),
                        endSession,
                        mail,
                        transactions,
                        changes,
                        audit,
                        clock);
        reset =
                new ResetFactors(
                        stores.totpSecrets(),
                        stores.passkeys(),
                        stores.recoveryCodes(),
                        stores.accounts(),
                        administrators,
                        stores.loginFlows(),
                        endSession,
                        mail,
                        transactions,
                        changes,
                        audit,
                        clock);
        var codes =
                new CheckCode(
                        stores.totpSecrets(),
                        stores.recoveryCodes(),
                        sealer,
                        guard,
                        mail,
                        transactions,
                        audit,
                        clock);
        enrolAtSignIn = new EnrolAtSignIn(waiting, gate, addAuthenticator, finish);
        passkeys =
                new CheckPasskey(
                        stores.passkeys(), webAuthn, party, challenges, transactions, audit, clock);
        passkeySignIn = new PasskeySignIn(passkeys, stores.accounts(), rules, finish, transactions);
        prove = new ProveFactor(waiting, gate, new CheckFactor(codes, passkeys), finish);
    }

    /** What the pages get. */
    FactorRules forPages() {
        return new FactorRules(
                prove,
                enrolAtSignIn,
                passkeySignIn,
                passkeys,
                gate,
                addAuthenticator,
                addPasskey,
                change);
    }
}
