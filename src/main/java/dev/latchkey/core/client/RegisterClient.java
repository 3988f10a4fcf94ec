package dev.latchkey.core.client;

import dev.latchkey.core.Ids;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.Administrators;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;

import org.jspecify.annotations.Nullable;

import java.time.Clock;

/** An administrator registers a client. */
public final class RegisterClient {
    private final ClientRegistry registry;
    private final ClientRules rules;
    private final Administrators administrators;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final Ids ids;

    public RegisterClient(
            ClientRegistry registry,
            ClientRules rules,
            Administrators administrators,
            Transactions transactions,
            Audit audit,
            Clock clock,
            Ids ids) {
        this.registry = registry;
        this.rules = rules;
        this.administrators = administrators;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Refuses with NotAllowed, and with InvalidInput for settings that do not fit or an id that is
     * taken.
     *
     * @param wanted the id it is to have, or null for one of ours
     * @param actor null for the command line
     */
    public ClientWithSecret run(
            @Nullable String wanted,
            ClientSettings settings,
            @Nullable UserId actor,
            Origin origin) {
        administrators.require(actor);
        var id = wanted == null ? ids.next().toString() : wanted;
        rules.checkId(id);
        rules.check(settings);
        var secret =
                settings.proof() == ClientProof.SECRET
                        ? Secret.random(SecretKind.CLIENT_SECRET)
                        : null;
        var now = clock.instant();
        var client =
                new RegisteredClient(id, settings, secret == null ? null : secret.hash(), now, now);
        transactions.writing(() -> {
            if (!registry.insert(client)) {
                throw new Refused(Refusal.InvalidInput.of("id", "is taken"));
            }
            audit.record(AuditEvent.Kind.CLIENT_REGISTERED, actor, null, null, origin, id);
        });
        return new ClientWithSecret(client, secret);
    }
}
