package dev.latchkey.core.factor;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.User;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.key.Sealer;

import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says whether a code is right: one of the authenticator app's, or a recovery code. */
public final class CheckCode {
    static final String PURPOSE = "totp secret";
    private static final Pattern DIGITS = Pattern.compile("[0-9]{" + Totp.DIGITS + "}");

    private final TotpSecrets secrets;
    private final RecoveryCodes recoveryCodes;
    private final Sealer sealer;
    private final FactorGuard guard;
    private final FactorMail mail;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    public CheckCode(
            TotpSecrets secrets,
            RecoveryCodes recoveryCodes,
            Sealer sealer,
            FactorGuard guard,
            FactorMail mail,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        this.secrets = secrets;
        this.recoveryCodes = recoveryCodes;
        this.sealer = sealer;
        this.guard = guard;
        this.mail = mail;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Refuses with FactorWrong and TooManyAttempts. The code is used up by the claim only. */
    public Proven run(User user, String typed, Origin origin) {
        guard.spend(user.id(), origin.address());
        var text = typed.replaceAll("\\s", "");
        var proven =
                DIGITS.matcher(text).matches()
                        ? digits(user, text, origin)
                        : RecoveryCode.parse(text)
                                .filter(code -> recoveryCodes.isUnused(user.id(), code.hash()))
                                .map(code -> recovery(user, code, origin));
        if (proven.isEmpty()) {
            transactions.writing(() ->
                    audit.record(
                            AuditEvent.Kind.FACTOR_FAILED, null, user.id(), null, origin, "code"));
            throw wrong();
        }
        return proven.get();
    }

    private Optional<Proven> digits(User user, String code, Origin origin) {
        var kept = secrets.find(user.id()).orElse(null);
        if (kept == null) {
            return Optional.empty();
        }
        var step = Totp.match(open(kept), code, clock.instant());
        return step.isEmpty() || step.getAsLong() <= kept.lastStep()
                ? Optional.empty()
                : Optional.of(
                        new Proven(
                                Method.CODE,
                                () -> {
                                    if (!secrets.use(
                                            user.id(), step.getAsLong(), clock.instant())) {
                                        throw wrong();
                                    }
                                    refundAfterCommit(user, origin);
                                }));
    }

    private TotpSecret open(TotpSecrets.Kept kept) {
        return new TotpSecret(
                sealer.open(PURPOSE, kept.sealed())
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "a TOTP secret was sealed under another server's"
                                                + " secret")));
    }

    private Proven recovery(User user, RecoveryCode code, Origin origin) {
        return new Proven(
                Method.CODE,
                () -> {
                    if (!recoveryCodes.use(user.id(), code.hash(), clock.instant())) {
                        throw wrong();
                    }
                    var left = recoveryCodes.left(user.id());
                    audit.own(
                            AuditEvent.Kind.RECOVERY_CODE_USED,
                            user.id(),
                            null,
                            origin,
                            left + " left");
                    mail.recoveryCodeUsed(user, left, origin);
                    refundAfterCommit(user, origin);
                });
    }

    private void refundAfterCommit(User user, Origin origin) {
        transactions.afterCommit(() -> guard.refund(user.id(), origin.address()));
    }

    private static Refused wrong() {
        return new Refused(new Refusal.FactorWrong());
    }
}
