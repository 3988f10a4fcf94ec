package dev.latchkey.core.code;

import dev.latchkey.core.Transactions;
import dev.latchkey.core.session.SessionId;
import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;

/** Gives a client a code for a live session. */
public final class IssueCode {
    /** RFC 6749, section 4.1.2, recommends ten minutes at the most; browsers need seconds. */
    public static final Duration LIFETIME = Duration.ofMinutes(1);

    /**
     * What the client asked for, checked already.
     *
     * @param claims names of single claims for user-info, space-separated
     */
    public record Request(
            String clientId,
            String redirectUri,
            String scope,
            String claims,
            @Nullable String nonce,
            @Nullable String challenge) {}

    private final AuthorizationCodes codes;
    private final Transactions transactions;
    private final Clock clock;

    public IssueCode(AuthorizationCodes codes, Transactions transactions, Clock clock) {
        this.codes = codes;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Secret run(Request request, SessionId session) {
        var code = Secret.random(SecretKind.AUTHORIZATION_CODE);
        var now = clock.instant();
        var kept =
                new AuthorizationCode(
                        request.clientId(),
                        request.redirectUri(),
                        session,
                        request.scope(),
                        request.claims(),
                        request.nonce(),
                        request.challenge(),
                        now,
                        now.plus(LIFETIME),
                        null);
        transactions.writing(() -> codes.insert(code.hash(), kept));
        return code;
    }
}
