package dev.latchkey.core.client;

import dev.latchkey.core.Changes;
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

/** An administrator changes what is registered about a client, or gives it a new secret. */
public final class ChangeClient {
    private final ClientRegistry registry;
    private final ClientRules rules;
    private final Administrators administrators;
    private final Transactions transactions;
    private final Changes changes;
    private final Audit audit;
    private final Clock clock;

    public ChangeClient(
            ClientRegistry registry,
            ClientRules rules,
            Administrators administrators,
            Transactions transactions,
            Changes changes,
            Audit audit,
            Clock clock) {
        this.registry = registry;
        this.rules = rules;
        this.administrators = administrators;
        this.transactions = transactions;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * How it proves who it is stays as it was registered. Refuses with NotAllowed, ClientUnknown
     * and InvalidInput.
     */
    public RegisteredClient settings(
            String id, ClientSettings settings, @Nullable UserId actor, Origin origin) {
        administrators.require(actor);
        rules.check(settings);
        var before = find(id);
        if (before.settings().proof() != settings.proof()) {
            throw new Refused(
                    Refusal.InvalidInput.of("proof", "cannot be changed: register another client"));
        }
        return change(before, settings, null, AuditEvent.Kind.CLIENT_CHANGED, actor, origin);
    }

    /**
     * A new secret; the old one is of no use from now on. Refuses with NotAllowed, ClientUnknown
     * and, for a client that has none, InvalidInput.
     */
    public ClientWithSecret renewSecret(String id, @Nullable UserId actor, Origin origin) {
        administrators.require(actor);
        var before = find(id);
        if (before.settings().proof() != ClientProof.SECRET) {
            throw new Refused(
                    Refusal.InvalidInput.of("id", "belongs to a client without a secret"));
        }
        var secret = Secret.random(SecretKind.CLIENT_SECRET);
        var after =
                change(
                        before,
                        before.settings(),
                        secret,
                        AuditEvent.Kind.CLIENT_SECRET_RENEWED,
                        actor,
                        origin);
        return new ClientWithSecret(after, secret);
    }

    private RegisteredClient change(
            RegisteredClient before,
            ClientSettings settings,
            @Nullable Secret secret,
            AuditEvent.Kind kind,
            @Nullable UserId actor,
            Origin origin) {
        var hash = secret == null ? before.secret() : secret.hash();
        transactions.writing(() -> {
            if (!registry.change(before.id(), settings, hash, clock.instant())) {
                throw new Refused(new Refusal.ClientUnknown());
            }
            changes.ofClient(before.id());
            audit.record(kind, actor, null, null, origin, before.id());
        });
        return find(before.id());
    }

    private RegisteredClient find(String id) {
        return registry.find(id).orElseThrow(() -> new Refused(new Refusal.ClientUnknown()));
    }
}
