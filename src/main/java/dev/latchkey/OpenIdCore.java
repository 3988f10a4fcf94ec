package dev.latchkey;

import dev.latchkey.core.Changes;
import dev.latchkey.core.Ids;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.Administrators;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.client.AllClients;
import dev.latchkey.core.client.AuthenticateClient;
import dev.latchkey.core.client.BrowserOrigins;
import dev.latchkey.core.client.ChangeClient;
import dev.latchkey.core.client.ClientRules;
import dev.latchkey.core.client.DeleteClient;
import dev.latchkey.core.client.FirstPartyClient;
import dev.latchkey.core.client.GiveConsent;
import dev.latchkey.core.client.ListClients;
import dev.latchkey.core.client.RegisterClient;
import dev.latchkey.core.client.RegisteredClient;
import dev.latchkey.core.client.RevokeConsent;
import dev.latchkey.core.code.CheckClientToken;
import dev.latchkey.core.code.ClientTokenWriter;
import dev.latchkey.core.code.EndGrant;
import dev.latchkey.core.code.ExchangeClientCode;
import dev.latchkey.core.code.GrantToClient;
import dev.latchkey.core.code.KnownToken;
import dev.latchkey.core.code.LiveGrant;
import dev.latchkey.core.code.NoticeLogouts;
import dev.latchkey.core.code.RedeemCode;
import dev.latchkey.core.code.RefreshClientTokens;
import dev.latchkey.core.code.RevokeClientToken;
import dev.latchkey.core.federation.LoopbackNames;
import dev.latchkey.core.key.RotateKeys;
import dev.latchkey.core.memory.CacheTrust;
import dev.latchkey.core.memory.Remembered;
import dev.latchkey.core.session.Lifetimes;
import dev.latchkey.core.session.SessionLife;
import dev.latchkey.core.token.TokenHash;
import dev.latchkey.crypto.JwkClientKeys;
import dev.latchkey.crypto.JwtClientTokens;
import dev.latchkey.crypto.KeyRing;
import dev.latchkey.crypto.LogoutTokens;
import dev.latchkey.crypto.SuccessorSealAes;
import dev.latchkey.oidc.LogoutCourier;
import dev.latchkey.oidc.LogoutSender;
import dev.latchkey.oidc.OidcApi;
import dev.latchkey.store.Stores;

import java.net.URI;
import java.time.Clock;
import java.util.List;

/** The use cases behind our own OpenID provider, and the registry of its clients. */
public final class OpenIdCore {
    private static final int REMEMBERED_CLIENTS = 10_000;
    private static final List<String> OUR_DOORS =
            List.of("trieve", "nuextract", "semaphore", "aivo", "nap", "latchkey");

    /** What is remembered of clients. It is made first, since what changes them has to tell it. */
    record Memory(
            Remembered<TokenHash, KnownToken> tokens,
            Remembered<String, RegisteredClient> clients) {

        static Memory trusting(CacheTrust trust, int tokens) {
            return new Memory(
                    new Remembered<>(tokens, trust, KnownToken::owners),
                    new Remembered<>(REMEMBERED_CLIENTS, trust, client -> List.of(client.id())));
        }
    }

    public final RegisterClient registerClient;
    public final ChangeClient changeClient;
    public final DeleteClient deleteClient;
    public final ListClients listClients;
    public final ExchangeClientCode exchangeCode;
    public final RefreshClientTokens refreshTokens;
    public final GrantToClient grantToClient;
    public final CheckClientToken checkToken;
    public final RevokeClientToken revokeToken;
    public final GiveConsent giveConsent;
    public final RevokeConsent revokeConsent;
    public final RotateKeys rotateKeys;
    public final BrowserOrigins browserOrigins;
    private final NoticeLogouts notices;
    private final Memory memory;

    private final URI publicUrl;
    private final KeyRing keys;
    private final Stores stores;
    private final Transactions transactions;
    private final Clock clock;
    private final JwkClientKeys clientKeys = new JwkClientKeys();

    OpenIdCore(
            URI publicUrl,
            Stores stores,
            Administrators administrators,
            Transactions transactions,
            KeyRing keys,
            RedeemCode redeemCode,
            NoticeLogouts notices,
            Memory memory,
            Changes changes,
            Lifetimes lifetimes,
            Audit audit,
            Clock clock,
            Ids ids) {
        this.publicUrl = publicUrl;
        this.keys = keys;
        this.stores = stores;
        this.transactions = transactions;
        this.clock = clock;
        var rules = new ClientRules(OUR_DOORS, publicUrl, clientKeys);
        var registry = stores.clients();
        registerClient =
                new RegisterClient(
                        registry, rules, administrators, transactions, audit, clock, ids);
        changeClient =
                new ChangeClient(
                        registry, rules, administrators, transactions, changes, audit, clock);
        deleteClient =
                new DeleteClient(
                        registry,
                        stores.clientGrants(),
                        stores.consents(),
                        administrators,
                        transactions,
                        changes,
                        audit,
                        clock);
        giveConsent = new GiveConsent(stores.consents(), transactions, audit, clock);
        revokeConsent =
                new RevokeConsent(
                        stores.consents(),
                        stores.clientGrants(),
                        transactions,
                        changes,
                        audit,
                        clock);
        rotateKeys =
                new RotateKeys(
                        stores.signingKeys(), keys, administrators, transactions, audit, clock);
        this.notices = notices;
        this.memory = memory;
        browserOrigins = new BrowserOrigins(registry);
        listClients = new ListClients(registry, administrators);
        var tokens = new JwtClientTokens(keys, publicUrl.toString());
        var writer =
                new ClientTokenWriter(
                        tokens, publicUrl + OidcApi.USERINFO, clock, ids, lifetimes.access());
        var live = new LiveGrant(stores.sessions(), stores.accounts(), new SessionLife(lifetimes));
        var endGrant = new EndGrant(stores.clientGrants(), transactions, changes, audit, clock);
        exchangeCode =
                new ExchangeClientCode(
                        redeemCode,
                        stores.clientGrants(),
                        stores.clientRefreshTokens(),
                        writer,
                        endGrant,
                        clock,
                        ids,
                        lifetimes);
        refreshTokens =
                new RefreshClientTokens(
                        stores.clientGrants(),
                        stores.clientRefreshTokens(),
                        live,
                        writer,
                        new SuccessorSealAes(),
                        transactions,
                        endGrant,
                        clock,
                        lifetimes);
        grantToClient = new GrantToClient(stores.clientGrants(), writer, transactions, clock, ids);
        checkToken =
                new CheckClientToken(
                        tokens,
                        stores.clientRefreshTokens(),
                        stores.clientGrants(),
                        live,
                        memory.tokens(),
                        clock);
        revokeToken =
                new RevokeClientToken(
                        tokens,
                        stores.clientRefreshTokens(),
                        stores.clientGrants(),
                        endGrant,
                        clock);
    }

    /** The doors of this server and the registered clients. */
    AllClients clients(List<FirstPartyClient> doors) {
        return new AllClients(doors, stores.clients());
    }

    /** Not yet started; started and closed by whoever asks for it. */
    LogoutCourier logoutCourier() {
        var sender =
                new LogoutSender(
                        new LogoutTokens(keys),
                        publicUrl,
                        LoopbackNames.of(publicUrl).size() > 1,
                        clock);
        var courier = new LogoutCourier(stores.logoutNotices(), stores.clients(), sender, clock);
        notices.wakes(courier::wake);
        return courier;
    }

    AuthenticateClient authenticate(AllClients clients) {
        return new AuthenticateClient(
                clients, memory.clients(), clientKeys, stores.oneTimes(), transactions, clock);
    }
}
