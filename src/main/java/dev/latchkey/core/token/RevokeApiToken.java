package dev.latchkey.core.token;

import dev.latchkey.core.Changes;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;

import org.jspecify.annotations.Nullable;

import java.time.Clock;

/** A user revokes a token of their own. When it returns, the token is refused in every API. */
public final class RevokeApiToken {
    private final ApiTokens tokens;
    private final Transactions transactions;
    private final Changes changes;
    private final Audit audit;
    private final Clock clock;

    public RevokeApiToken(
            ApiTokens tokens,
            Transactions transactions,
            Changes changes,
            Audit audit,
            Clock clock) {
        this.tokens = tokens;
        this.transactions = transactions;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /** By its id. Refuses with ApiTokenUnknown, also for somebody else's. A dead one stays dead. */
    public void run(UserId user, ApiTokenId id, Origin origin) {
        run(user, id, user, origin);
    }

    /**
     * The same by somebody else.
     *
     * @param actor an administrator, null on the command line
     */
    public void run(UserId user, ApiTokenId id, @Nullable UserId actor, Origin origin) {
        revoke(tokens.find(user, id).orElseThrow(RevokeApiToken::unknown), actor, origin);
    }

    /**
     * By the whole token or the characters it is listed with. Refuses with ApiTokenUnknown, also
     * for somebody else's.
     */
    public void byText(UserId user, String text, Origin origin) {
        byText(user, text, user, origin);
    }

    /**
     * The same by somebody else.
     *
     * @param actor null on the command line
     */
    public void byText(UserId user, String text, @Nullable UserId actor, Origin origin) {
        var token =
                Secret.parse(SecretKind.API_TOKEN, text)
                        .flatMap(secret -> tokens.find(secret.hash()))
                        .filter(found -> found.user().equals(user))
                        .or(() -> tokens.findShown(user, text))
                        .orElseThrow(RevokeApiToken::unknown);
        revoke(token, actor, origin);
    }

    private void revoke(ApiToken token, @Nullable UserId actor, Origin origin) {
        transactions.writing(() -> {
            if (tokens.revoke(token.user(), token.id(), clock.instant())) {
                changes.of(token.user());
                audit.record(
                        AuditEvent.Kind.API_TOKEN_REVOKED,
                        actor,
                        token.user(),
                        null,
                        origin,
                        token.shown());
            }
        });
    }

    private static Refused unknown() {
        return new Refused(new Refusal.ApiTokenUnknown());
    }
}
