package dev.latchkey.core.code;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.Accounts;
import dev.latchkey.core.account.User;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.session.EndSession;
import dev.latchkey.core.session.Session;
import dev.latchkey.core.session.SessionLife;
import dev.latchkey.core.session.Sessions;
import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Exchanges a code, once. A used code that comes again later is stolen or replayed: what it gave
 * ends (RFC 9700, section 4.5). The losers of a race within ten seconds are refused without that.
 */
public final class RedeemCode {
    private static final Duration RACE = Duration.ofSeconds(10);

    /** What the code stood for. */
    public record Redeemed(AuthorizationCode code, Session session, User user) {}

    private final AuthorizationCodes codes;
    private final Sessions sessions;
    private final Accounts accounts;
    private final SessionLife life;
    private final EndSession endSession;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    public RedeemCode(
            AuthorizationCodes codes,
            Sessions sessions,
            Accounts accounts,
            SessionLife life,
            EndSession endSession,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        this.codes = codes;
        this.sessions = sessions;
        this.accounts = accounts;
        this.life = life;
        this.endSession = endSession;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Refuses with CodeInvalid: unknown, expired, used, another client's, another redirect URI's,
     * wrong or missing verifier, or its session has ended. Only a code that fits in everything is
     * used up.
     */
    public Redeemed run(
            String clientId,
            String code,
            String redirectUri,
            @Nullable String verifier,
            Origin origin) {
        return run(clientId, code, redirectUri, verifier, origin, _ -> {});
    }

    /** The same; {@code then} runs in the transaction that uses the code up. */
    Redeemed run(
            String clientId,
            String code,
            String redirectUri,
            @Nullable String verifier,
            Origin origin,
            Consumer<Redeemed> then) {
        var secret =
                Secret.parse(SecretKind.AUTHORIZATION_CODE, code).orElseThrow(RedeemCode::invalid);
        var kept =
                codes.find(secret.hash())
                        .filter(c ->
                                c.clientId().equals(clientId)
                                        && c.redirectUri().equals(redirectUri))
                        .filter(c -> fits(c.challenge(), verifier))
                        .orElseThrow(RedeemCode::invalid);
        if (kept.usedAt() != null) {
            punish(kept, origin);
            throw invalid();
        }
        var session = live(kept).orElseThrow(RedeemCode::invalid);
        var user =
                accounts.find(session.user())
                        .filter(User::isActive)
                        .orElseThrow(RedeemCode::invalid);
        var redeemed = new Redeemed(kept, session, user);
        transactions.writing(() -> {
            if (!codes.use(secret.hash(), clock.instant())) {
                throw invalid();
            }
            then.accept(redeemed);
        });
        return redeemed;
    }

    private void punish(AuthorizationCode kept, Origin origin) {
        var usedAt = kept.usedAt();
        if (usedAt != null && clock.instant().isAfter(usedAt.plus(RACE))) {
            sessions.find(kept.session())
                    .ifPresent(session ->
                            transactions.writing(() -> {
                                endSession.run(session.id(), origin);
                                audit.own(
                                        AuditEvent.Kind.CODE_REUSED,
                                        session.user(),
                                        session.organization(),
                                        origin,
                                        kept.clientId());
                            }));
        }
    }

    private Optional<Session> live(AuthorizationCode kept) {
        return sessions.find(kept.session())
                .filter(session -> life.isLive(session, clock.instant()));
    }

    /**
     * RFC 7636, section 4.6, S256 only. A verifier without a challenge is refused too (RFC 9700,
     * section 4.8.2).
     */
    private static boolean fits(@Nullable String challenge, @Nullable String verifier) {
        if (challenge == null || verifier == null) {
            return challenge == null && verifier == null;
        }
        return MessageDigest.isEqual(
                Pkce.challengeOf(verifier).getBytes(StandardCharsets.US_ASCII),
                challenge.getBytes(StandardCharsets.UTF_8));
    }

    private static Refused invalid() {
        return new Refused(new Refusal.CodeInvalid());
    }
}
