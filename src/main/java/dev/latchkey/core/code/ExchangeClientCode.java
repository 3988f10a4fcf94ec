package dev.latchkey.core.code;

import dev.latchkey.core.Ids;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.client.Client;
import dev.latchkey.core.client.GrantType;
import dev.latchkey.core.session.Lifetimes;
import dev.latchkey.core.session.Session;
import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * A client exchanges a code for tokens, once. A code that comes again revokes what it gave, at once
 * (RFC 9700, section 2.1.1; RFC 6749, section 4.1.2).
 */
public final class ExchangeClientCode {
    static final String OFFLINE = "offline_access";

    /** What a client sends with a code. */
    public record Command(
            Client client,
            String code,
            String redirectUri,
            @Nullable String verifier,
            Origin origin) {}

    private final RedeemCode redeem;
    private final ClientGrants grants;
    private final ClientRefreshTokens refreshTokens;
    private final ClientTokenWriter writer;
    private final EndGrant endGrant;
    private final Clock clock;
    private final Ids ids;
    private final Lifetimes lifetimes;

    public ExchangeClientCode(
            RedeemCode redeem,
            ClientGrants grants,
            ClientRefreshTokens refreshTokens,
            ClientTokenWriter writer,
            EndGrant endGrant,
            Clock clock,
            Ids ids,
            Lifetimes lifetimes) {
        this.redeem = redeem;
        this.grants = grants;
        this.refreshTokens = refreshTokens;
        this.writer = writer;
        this.endGrant = endGrant;
        this.clock = clock;
        this.ids = ids;
        this.lifetimes = lifetimes;
    }

    /** Refuses with CodeInvalid, as {@link RedeemCode#run} does. */
    public ClientTokens run(Command command) {
        var client = command.client();
        var code =
                Secret.parse(SecretKind.AUTHORIZATION_CODE, command.code())
                        .orElseThrow(() -> new Refused(new Refusal.CodeInvalid()));
        punishReuse(code, command);
        var id = new GrantId(ids.next());
        var refreshToken = Secret.of(SecretKind.REFRESH_TOKEN, id.value());
        try {
            var redeemed =
                    redeem.run(
                            client.id(),
                            command.code(),
                            command.redirectUri(),
                            command.verifier(),
                            command.origin(),
                            good -> keep(grantOf(id, client, good), code, refreshToken));
            var grant = grants.find(id).orElseThrow();
            return writer.write(
                    grant,
                    client,
                    redeemed.user(),
                    grant.scope(),
                    grant.offline() ? refreshToken : null);
        } catch (Refused refused) {
            // Whoever lost a race for the code has used it a second time.
            punishReuse(code, command);
            throw refused;
        }
    }

    private void punishReuse(Secret code, Command command) {
        grants.findByCode(code.hash())
                .filter(grant -> grant.clientId().equals(command.client().id()))
                .ifPresent(grant -> {
                    endGrant.run(grant, AuditEvent.Kind.CODE_REUSED, command.origin());
                    throw new Refused(new Refusal.CodeInvalid());
                });
    }

    private void keep(ClientGrant grant, Secret code, Secret refreshToken) {
        grants.insert(grant, code.hash());
        if (grant.offline()) {
            refreshTokens.insert(
                    refreshToken.hash(), grant.id(), grant.createdAt(), grant.expiresAt());
        }
    }

    private ClientGrant grantOf(GrantId id, Client client, RedeemCode.Redeemed redeemed) {
        var code = redeemed.code();
        var session = redeemed.session();
        var now = clock.instant();
        var offline =
                client.mayUse(GrantType.REFRESH_TOKEN)
                        && List.of(code.scope().split(" ")).contains(OFFLINE);
        return new ClientGrant(
                id,
                client.id(),
                redeemed.user().id(),
                session.id(),
                offline,
                code.scope(),
                code.claims(),
                code.nonce(),
                session.authenticatedAt(),
                session.method(),
                now,
                end(offline, session, now),
                null);
    }

    /** One that outlives its session ends when nobody refreshes it. */
    private Instant end(boolean offline, Session session, Instant now) {
        return offline ? now.plus(lifetimes.refresh()) : session.expiresAt();
    }
}
