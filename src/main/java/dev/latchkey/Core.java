package dev.latchkey;

import dev.latchkey.config.Config;
import dev.latchkey.core.Changes;
import dev.latchkey.core.Ids;
import dev.latchkey.core.Links;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.Administrators;
import dev.latchkey.core.account.ChangeStatus;
import dev.latchkey.core.account.CreateUser;
import dev.latchkey.core.account.FirstAdministrator;
import dev.latchkey.core.account.LastAdministrator;
import dev.latchkey.core.account.NewAccountRules;
import dev.latchkey.core.account.PasswordMail;
import dev.latchkey.core.account.SetPassword;
import dev.latchkey.core.account.SignUp;
import dev.latchkey.core.account.SignUpRules;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.code.ExchangeCode;
import dev.latchkey.core.code.IssueCode;
import dev.latchkey.core.code.NoticeLogouts;
import dev.latchkey.core.code.RedeemCode;
import dev.latchkey.core.factor.FactorGate;
import dev.latchkey.core.federation.RedirectRules;
import dev.latchkey.core.key.Sealer;
import dev.latchkey.core.mail.Post;
import dev.latchkey.core.memory.Forgetting;
import dev.latchkey.core.org.AcceptInvitation;
import dev.latchkey.core.org.ChangeMembers;
import dev.latchkey.core.org.CreateOrganization;
import dev.latchkey.core.org.Invite;
import dev.latchkey.core.org.Joining;
import dev.latchkey.core.org.LetDomainJoin;
import dev.latchkey.core.org.ShowInvitation;
import dev.latchkey.core.password.Hashing;
import dev.latchkey.core.password.PasswordPolicy;
import dev.latchkey.core.password.StandBack;
import dev.latchkey.core.session.AccessTokenWriter;
import dev.latchkey.core.session.Activity;
import dev.latchkey.core.session.CheckCredential;
import dev.latchkey.core.session.CredentialLookup;
import dev.latchkey.core.session.EndSession;
import dev.latchkey.core.session.Grants;
import dev.latchkey.core.session.Lifetimes;
import dev.latchkey.core.session.RefreshSession;
import dev.latchkey.core.session.SessionLife;
import dev.latchkey.core.session.SignOut;
import dev.latchkey.core.signin.ChooseOrganization;
import dev.latchkey.core.signin.FinishSignIn;
import dev.latchkey.core.signin.PageStep;
import dev.latchkey.core.signin.PasswordSignIn;
import dev.latchkey.core.signin.SignInGuard;
import dev.latchkey.core.signin.Throttle;
import dev.latchkey.core.signin.WaitingFlows;
import dev.latchkey.core.token.CreateApiToken;
import dev.latchkey.core.token.ListApiTokens;
import dev.latchkey.core.token.RenameApiToken;
import dev.latchkey.core.token.RevokeApiToken;
import dev.latchkey.core.verification.SendVerification;
import dev.latchkey.core.verification.VerificationMail;
import dev.latchkey.core.verification.VerifyEmail;
import dev.latchkey.crypto.Argon2Parameters;
import dev.latchkey.crypto.Argon2idHash;
import dev.latchkey.crypto.BackgroundPriority;
import dev.latchkey.crypto.EasyGuesses;
import dev.latchkey.crypto.JwtAccessTokens;
import dev.latchkey.crypto.KeyRing;
import dev.latchkey.crypto.SuccessorSealAes;
import dev.latchkey.store.Database;
import dev.latchkey.store.Stores;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * The use cases of one server, each built once from what it needs. The doors get them from here,
 * one by one, in {@link App}.
 */
public final class Core {
    public final Links links;
    public final SignUpRules signUpRules;
    public final RedirectRules redirects;
    public final Lifetimes lifetimes;
    public final KeyRing keys;
    public final Argon2idHash passwordHash;
    public final Hashing hashing;
    public final Activity activity;
    public final CheckCredential check;
    public final SignUp signUp;
    public final CreateUser createUser;
    public final SetPassword setPassword;
    public final ChangeStatus changeStatus;
    public final FirstAdministrator firstAdministrator;
    public final VerifyEmail verifyEmail;
    public final SendVerification sendVerification;
    public final PasswordSignIn passwordSignIn;
    public final FinishSignIn finishSignIn;
    public final SecondFactors factors;
    public final ChooseOrganization chooseOrganization;
    public final PageStep pageStep;
    public final Grants grants;
    public final RefreshSession refreshSession;
    public final EndSession endSession;
    public final SignOut signOut;
    public final ListApiTokens listApiTokens;
    public final CreateApiToken createApiToken;
    public final RenameApiToken renameApiToken;
    public final RevokeApiToken revokeApiToken;
    public final CreateOrganization createOrganization;
    public final ChangeMembers changeMembers;
    public final Invite invite;
    public final LetDomainJoin letDomainJoin;
    public final AcceptInvitation acceptInvitation;
    public final ShowInvitation showInvitation;
    public final IssueCode issueCode;
    public final RedeemCode redeemCode;
    public final ExchangeCode exchangeCode;
    public final Federation federation;
    public final SelfService selfService;
    public final UserAdministration users;
    public final OpenIdCore openId;
    public final Administration administration;

    Core(Config config, Database database, Sealer sealer, Post post, Clock clock, Ids ids) {
        Stores stores = database.stores();
        Transactions transactions = database.transactions();
        var publicUrl = config.server().publicUrl();
        links = new Links(publicUrl);
        signUpRules = Translate.signUpRules(config.signUp());
        redirects = new RedirectRules(publicUrl, Translate.allowedRedirects(config));
        lifetimes = Translate.lifetimes(config);

        keys = new KeyRing(stores.signingKeys(), transactions, sealer, clock);
        var password = config.password();
        passwordHash =
                new Argon2idHash(
                        new Argon2Parameters(
                                password.memoryKib(),
                                password.iterations(),
                                password.parallelism()));
        hashing =
                new Hashing(
                        passwordHash,
                        Runtime.getRuntime().availableProcessors(),
                        password.queue(),
                        new StandBack(
                                BackgroundPriority::lowest,
                                BackgroundPriority::lower,
                                Duration.ofSeconds(1)));
        var wording = Translate.wording(config.pages());
        var policy =
                new PasswordPolicy(new EasyGuesses(), List.of(config.pages().name(), "latchkey"));
        var accountRules = new NewAccountRules(policy);
        var audit = new Audit(stores.auditLog(), clock, ids);
        var life = new SessionLife(lifetimes);
        var gate =
                new FactorGate(
                        stores.totpSecrets(),
                        stores.passkeys(),
                        stores.recoveryCodes(),
                        stores.enrolments(),
                        Translate.demand(config.signIn()),
                        links);
        var accessTokens = new JwtAccessTokens(keys, publicUrl.toString());

        activity = new Activity(stores.sessions(), stores.apiTokens(), transactions);
        var lookup =
                new CredentialLookup(
                        accessTokens,
                        stores.sessions(),
                        stores.apiTokens(),
                        stores.accounts(),
                        stores.members(),
                        gate,
                        life,
                        clock);
        check =
                new CheckCredential(
                        lookup, database.trust(), activity, clock, config.tokens().remembered());
        var clientMemory =
                OpenIdCore.Memory.trusting(database.trust(), config.tokens().remembered());
        var forgetting =
                Forgetting.each(
                        List.of(check.forgetting(), clientMemory.tokens(), clientMemory.clients()));
        Changes changes = database.changes(forgetting);
        keys.whenGone(forgetting::forgetAll);

        var notices =
                new NoticeLogouts(
                        stores.clientGrants(),
                        stores.clients(),
                        stores.logoutNotices(),
                        transactions,
                        clock,
                        ids);
        endSession =
                new EndSession(
                        stores.sessions(),
                        stores.refreshTokens(),
                        life,
                        notices,
                        transactions,
                        changes,
                        audit,
                        clock);
        signOut = new SignOut(check, endSession);
        var writer =
                new AccessTokenWriter(
                        accessTokens, publicUrl.toString(), clock, ids, lifetimes.access());
        grants =
                new Grants(
                        stores.sessions(),
                        stores.accounts(),
                        stores.members(),
                        gate,
                        writer,
                        transactions,
                        audit,
                        clock,
                        ids,
                        lifetimes);
        refreshSession =
                new RefreshSession(
                        stores.refreshTokens(),
                        gate,
                        grants,
                        endSession,
                        new SuccessorSealAes(),
                        life,
                        activity,
                        transactions,
                        audit,
                        clock,
                        lifetimes);

        var administrators = new Administrators(stores.accounts());
        createOrganization =
                new CreateOrganization(
                        stores.organizations(),
                        stores.members(),
                        stores.accounts(),
                        administrators,
                        transactions,
                        changes,
                        audit,
                        clock,
                        ids);
        changeMembers =
                new ChangeMembers(
                        stores.organizations(),
                        stores.members(),
                        stores.accounts(),
                        administrators,
                        transactions,
                        changes,
                        audit,
                        clock);
        var joining =
                new Joining(
                        signUpRules,
                        stores.organizations(),
                        stores.members(),
                        stores.invitations(),
                        changes,
                        clock);
        invite =
                new Invite(
                        stores.organizations(),
                        stores.invitations(),
                        administrators,
                        post,
                        links,
                        wording,
                        transactions,
                        audit,
                        clock,
                        ids,
                        config.tokens().invitation());
        letDomainJoin =
                new LetDomainJoin(stores.organizations(), administrators, transactions, audit);
        acceptInvitation = new AcceptInvitation(joining, transactions, audit);
        showInvitation = new ShowInvitation(stores.invitations(), stores.organizations(), clock);

        var verificationMail =
                new VerificationMail(
                        stores.verificationTokens(),
                        post,
                        links,
                        wording,
                        clock,
                        config.tokens().verification());
        verifyEmail =
                new VerifyEmail(
                        stores.verificationTokens(),
                        stores.accounts(),
                        joining,
                        transactions,
                        changes,
                        audit,
                        clock);
        var throttle = config.throttle();
        sendVerification =
                new SendVerification(
                        stores.accounts(),
                        verificationMail,
                        new Throttle(throttle.mailsPerAddress(), Duration.ofHours(1)),
                        transactions,
                        audit);
        signUp =
                new SignUp(
                        stores.accounts(),
                        accountRules,
                        joining,
                        hashing,
                        verificationMail,
                        transactions,
                        audit,
                        clock,
                        ids);
        createUser =
                new CreateUser(
                        stores.accounts(),
                        accountRules,
                        hashing,
                        administrators,
                        transactions,
                        audit,
                        clock,
                        ids);
        setPassword =
                new SetPassword(
                        stores.accounts(),
                        policy,
                        hashing,
                        endSession,
                        administrators,
                        stores.loginFlows(),
                        stores.resetTokens(),
                        post,
                        wording,
                        transactions,
                        changes,
                        audit,
                        clock);
        changeStatus =
                new ChangeStatus(
                        stores.accounts(),
                        endSession,
                        administrators,
                        new LastAdministrator(stores.administratorSeats()),
                        transactions,
                        changes,
                        audit,
                        clock);
        firstAdministrator =
                new FirstAdministrator(
                        stores.setupLinks(),
                        stores.accounts(),
                        createUser,
                        createOrganization,
                        stores.members(),
                        transactions,
                        changes,
                        audit,
                        clock);

        var guard =
                new SignInGuard(
                        new Throttle(throttle.failuresPerAccount(), throttle.window()),
                        new Throttle(throttle.failuresPerAddress(), throttle.window()),
                        new Throttle(throttle.failuresPerAddress(), throttle.window()));
        finishSignIn =
                new FinishSignIn(
                        stores.members(),
                        stores.loginFlows(),
                        gate,
                        grants,
                        links,
                        transactions,
                        clock,
                        config.tokens().flow());
        passwordSignIn =
                new PasswordSignIn(
                        stores.accounts(),
                        hashing,
                        guard,
                        signUpRules,
                        finishSignIn,
                        transactions,
                        audit,
                        clock);
        var waiting = new WaitingFlows(stores.loginFlows(), stores.accounts(), clock);
        chooseOrganization =
                new ChooseOrganization(
                        waiting, stores.loginFlows(), stores.members(), grants, links, clock);
        pageStep = new PageStep(sealer, clock);
        factors =
                new SecondFactors(
                        stores,
                        administrators,
                        gate,
                        sealer,
                        pageStep,
                        post,
                        links,
                        wording,
                        endSession,
                        signUpRules,
                        waiting,
                        finishSignIn,
                        transactions,
                        changes,
                        audit,
                        clock,
                        ids,
                        config.session().recent());

        listApiTokens = new ListApiTokens(stores.apiTokens(), clock);
        createApiToken =
                new CreateApiToken(
                        stores.apiTokens(),
                        stores.members(),
                        transactions,
                        changes,
                        audit,
                        clock,
                        ids);
        renameApiToken = new RenameApiToken(stores.apiTokens(), transactions, changes, audit);
        revokeApiToken =
                new RevokeApiToken(stores.apiTokens(), transactions, changes, audit, clock);

        issueCode = new IssueCode(stores.authorizationCodes(), transactions, clock);
        redeemCode =
                new RedeemCode(
                        stores.authorizationCodes(),
                        stores.sessions(),
                        stores.accounts(),
                        life,
                        endSession,
                        transactions,
                        audit,
                        clock);
        exchangeCode = new ExchangeCode(redeemCode, grants);
        federation =
                new Federation(
                        config,
                        new Federation.Parts(
                                stores,
                                transactions,
                                changes,
                                audit,
                                joining,
                                createOrganization,
                                signUpRules,
                                verificationMail,
                                grants,
                                redeemCode,
                                gate,
                                factors.recent,
                                finishSignIn,
                                sealer,
                                clock,
                                ids));
        var passwordMail =
                new PasswordMail(
                        stores.resetTokens(),
                        post,
                        wording,
                        links,
                        clock,
                        config.tokens().reset(),
                        config.tokens().invitation());
        selfService =
                new SelfService(
                        config,
                        stores,
                        links,
                        post,
                        wording,
                        passwordMail,
                        hashing,
                        guard,
                        signUp,
                        setPassword,
                        factors.recent,
                        joining,
                        life,
                        transactions,
                        changes,
                        audit,
                        clock);
        users =
                new UserAdministration(
                        stores,
                        administrators,
                        signUpRules,
                        createUser,
                        changeMembers,
                        passwordMail,
                        verificationMail,
                        selfService.listSessions,
                        endSession,
                        listApiTokens,
                        revokeApiToken,
                        gate,
                        factors.waysIn,
                        transactions,
                        changes,
                        audit,
                        clock);
        openId =
                new OpenIdCore(
                        publicUrl,
                        stores,
                        administrators,
                        transactions,
                        keys,
                        redeemCode,
                        notices,
                        clientMemory,
                        changes,
                        lifetimes,
                        audit,
                        clock,
                        ids);
        administration =
                new Administration(
                        config,
                        stores,
                        administrators,
                        hashing,
                        federation.providers,
                        transactions,
                        changes,
                        audit,
                        clock);
    }
}
