package dev.latchkey.core.token;

import dev.latchkey.core.Changes;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;

/** A user renames a token of their own. */
public final class RenameApiToken {
    private final ApiTokens tokens;
    private final Transactions transactions;
    private final Changes changes;
    private final Audit audit;

    public RenameApiToken(
            ApiTokens tokens, Transactions transactions, Changes changes, Audit audit) {
        this.tokens = tokens;
        this.transactions = transactions;
        this.changes = changes;
        this.audit = audit;
    }

    /**
     * Refuses with InvalidInput for a bad name and ApiTokenUnknown, also for somebody else's or a
     * dead token.
     */
    public ApiToken run(UserId user, ApiTokenId id, String name, Origin origin) {
        var checked = TokenName.check(name);
        return transactions.write(() -> {
            var token =
                    tokens.find(user, id)
                            .filter(t -> t.revokedAt() == null)
                            .orElseThrow(() -> new Refused(new Refusal.ApiTokenUnknown()));
            tokens.rename(user, id, checked);
            changes.of(user);
            audit.own(AuditEvent.Kind.API_TOKEN_RENAMED, user, null, origin, token.shown());
            return tokens.find(user, id)
                    .orElseThrow(() -> new Refused(new Refusal.ApiTokenUnknown()));
        });
    }
}
