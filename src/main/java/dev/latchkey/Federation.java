package dev.latchkey;

import dev.latchkey.config.Config;
import dev.latchkey.core.Changes;
import dev.latchkey.core.Ids;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.SignUpRules;
import dev.latchkey.core.account.WaysIn;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.code.RedeemCode;
import dev.latchkey.core.factor.FactorGate;
import dev.latchkey.core.factor.RecentSignIn;
import dev.latchkey.core.federation.ArriveUser;
import dev.latchkey.core.federation.BeginSignIn;
import dev.latchkey.core.federation.BuiltInProvider;
import dev.latchkey.core.federation.CompleteSignIn;
import dev.latchkey.core.federation.FindOrCreateUser;
import dev.latchkey.core.federation.LinkIdentity;
import dev.latchkey.core.federation.Newcomers;
import dev.latchkey.core.federation.Provider;
import dev.latchkey.core.federation.Providers;
import dev.latchkey.core.federation.SignInSteps;
import dev.latchkey.core.federation.TakeArrival;
import dev.latchkey.core.federation.UnlinkIdentity;
import dev.latchkey.core.key.Sealer;
import dev.latchkey.core.org.CreateOrganization;
import dev.latchkey.core.org.Joining;
import dev.latchkey.core.session.Grants;
import dev.latchkey.core.signin.FinishSignIn;
import dev.latchkey.core.verification.VerificationMail;
import dev.latchkey.provider.ConfiguredProviders;
import dev.latchkey.provider.LoggedFailures;
import dev.latchkey.store.Stores;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Signing in at providers: the configured ones and our own, and everything that leads there. */
public final class Federation {
    public final Providers providers;
    public final SignInSteps steps;
    public final BeginSignIn begin;
    public final CompleteSignIn complete;
    public final LinkIdentity link;
    public final UnlinkIdentity unlink;

    /** What the rules of signing in at providers are made of. */
    record Parts(
            Stores stores,
            Transactions transactions,
            Changes changes,
            Audit audit,
            Joining joining,
            CreateOrganization createOrganization,
            SignUpRules rules,
            VerificationMail verificationMail,
            Grants grants,
            RedeemCode redeemCode,
            FactorGate gate,
            RecentSignIn recent,
            FinishSignIn finish,
            Sealer sealer,
            Clock clock,
            Ids ids) {}

    Federation(Config config, Parts parts) {
        var clock = parts.clock();
        var stores = parts.stores();
        var failures = new LoggedFailures();
        providers = providers(config, parts);
        steps = new SignInSteps(parts.sealer(), stores.oneTimes(), clock);
        begin = new BeginSignIn(steps, failures, clock);
        var take = new TakeArrival(steps, providers, failures);
        var findOrCreate =
                new FindOrCreateUser(
                        stores.identities(),
                        stores.accounts(),
                        parts.joining(),
                        parts.changes(),
                        parts.audit(),
                        clock,
                        parts.ids());
        complete = new CompleteSignIn(take, arrive(parts, findOrCreate));
        link =
                new LinkIdentity(
                        take,
                        findOrCreate,
                        stores.accounts(),
                        parts.recent(),
                        parts.transactions());
        unlink =
                new UnlinkIdentity(
                        stores.identities(),
                        new WaysIn(stores.waysIn()),
                        parts.recent(),
                        parts.transactions(),
                        parts.audit());
    }

    private static Providers providers(Config config, Parts parts) {
        var own = new BuiltInProvider(config.server().publicUrl(), parts.redeemCode());
        List<Provider> all =
                new ArrayList<>(new ConfiguredProviders(parts.clock()).all(config.providers()));
        var usual =
                all.stream()
                        .filter(provider -> provider.id().equals(config.usualProvider()))
                        .findFirst()
                        .orElse(own);
        all.add(own);
        return new Providers(all, usual);
    }

    private static ArriveUser arrive(Parts parts, FindOrCreateUser findOrCreate) {
        return new ArriveUser(
                parts.stores().accounts(),
                findOrCreate,
                new Newcomers(parts.joining(), parts.rules(), parts.verificationMail()),
                parts.stores().members(),
                parts.joining(),
                parts.createOrganization(),
                parts.rules(),
                parts.grants(),
                parts.gate(),
                parts.finish(),
                parts.transactions(),
                parts.audit());
    }
}
