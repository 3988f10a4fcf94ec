package dev.latchkey.core.factor;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.User;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;

import java.time.Clock;
import java.util.List;

/** Makes recovery codes: with the first factor, and again when somebody asks for new ones. */
public final class FirstCodes {
    private final RecoveryCodes store;
    private final Audit audit;
    private final Clock clock;

    public FirstCodes(RecoveryCodes store, Audit audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** None for who has some already. */
    List<RecoveryCode> forFirstFactor(User user) {
        return store.left(user.id()) == 0 ? RecoveryCode.fresh() : List.of();
    }

    /** Inside a transaction. */
    void keep(User user, List<RecoveryCode> codes, Origin origin) {
        if (!codes.isEmpty()) {
            store.replace(
                    user.id(), codes.stream().map(RecoveryCode::hash).toList(), clock.instant());
            audit.own(
                    AuditEvent.Kind.RECOVERY_CODES_MADE,
                    user.id(),
                    null,
                    origin,
                    Integer.toString(codes.size()));
        }
    }
}
