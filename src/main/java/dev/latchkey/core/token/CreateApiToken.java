package dev.latchkey.core.token;

import dev.latchkey.core.Changes;
import dev.latchkey.core.Ids;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.org.Members;
import dev.latchkey.core.org.OrgId;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;

/** A user makes a token for a program. It is shown once, here. */
public final class CreateApiToken {

    /**
     * What the token is for.
     *
     * @param organization where it acts, or null for the user's usual one
     * @param lifetime null: it never expires
     */
    public record Command(
            UserId user,
            String name,
            @Nullable OrgId organization,
            @Nullable Duration lifetime,
            Origin origin) {}

    /** The new token, and its secret for this one time. */
    public record Created(ApiToken token, Secret secret) {}

    private final ApiTokens tokens;
    private final Members members;
    private final Transactions transactions;
    private final Changes changes;
    private final Audit audit;
    private final Clock clock;
    private final Ids ids;

    public CreateApiToken(
            ApiTokens tokens,
            Members members,
            Transactions transactions,
            Changes changes,
            Audit audit,
            Clock clock,
            Ids ids) {
        this.tokens = tokens;
        this.members = members;
        this.transactions = transactions;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Refuses with InvalidInput for a bad name and NotAMember for an organization that is not the
     * user's.
     */
    public Created run(Command command) {
        var name = TokenName.check(command.name());
        var organization = command.organization();
        if (organization != null && members.find(organization, command.user()).isEmpty()) {
            throw new Refused(new Refusal.NotAMember());
        }
        var secret = Secret.random(SecretKind.API_TOKEN);
        var now = clock.instant();
        var expiresAt = command.lifetime() == null ? null : now.plus(command.lifetime());
        var token =
                new ApiToken(
                        new ApiTokenId(ids.next()),
                        secret.shown(),
                        command.user(),
                        name,
                        organization,
                        now,
                        expiresAt,
                        null,
                        null);
        transactions.writing(() -> {
            tokens.insert(secret.hash(), token);
            changes.of(command.user());
            audit.own(
                    AuditEvent.Kind.API_TOKEN_CREATED,
                    command.user(),
                    organization,
                    command.origin(),
                    token.shown());
        });
        return new Created(token, secret);
    }
}
