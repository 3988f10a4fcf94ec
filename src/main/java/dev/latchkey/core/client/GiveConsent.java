package dev.latchkey.core.client;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Somebody lets a client know something, once and for all until they take it back. */
public final class GiveConsent {
    private final Consents consents;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    public GiveConsent(Consents consents, Transactions transactions, Audit audit, Clock clock) {
        this.consents = consents;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    public void run(UserId user, String clientId, Set<String> items, Origin origin) {
        transactions.writing(() -> {
            var all = new HashSet<>(items);
            consents.find(user, clientId).ifPresent(before -> all.addAll(before.scopes()));
            consents.put(user, new Consents.Consent(clientId, all, clock.instant()));
            audit.own(AuditEvent.Kind.CONSENT_GIVEN, user, null, origin, clientId);
        });
    }

    /**
     * Whether somebody agreed to all of it already.
     *
     * @param since only an answer from then on counts; null for any
     */
    public boolean isGiven(
            UserId user, String clientId, Set<String> items, @Nullable Instant since) {
        return consents.find(user, clientId)
                .filter(given -> given.scopes().containsAll(items))
                .filter(given -> since == null || !given.givenAt().isBefore(since))
                .isPresent();
    }
}
