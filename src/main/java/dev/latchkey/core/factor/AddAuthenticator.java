package dev.latchkey.core.factor;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.account.User;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.key.Sealer;
import dev.latchkey.core.signin.PageStep;

import java.time.Clock;

/**
 * Adds an authenticator app: offers a secret, and keeps it once a code shows that the app has it.
 * Until then the secret travels sealed with the form, bound to its user, and is kept nowhere.
 */
public final class AddAuthenticator {
    private static final String OFFERED = "totp offer";

    /**
     * What is shown to scan.
     *
     * @param sealed the same secret, to come back with the code
     */
    public record Offer(TotpSecret secret, String uri, String sealed) {}

    private final TotpSecrets secrets;
    private final FirstCodes firstCodes;
    private final FactorGuard guard;
    private final FactorMail mail;
    private final PageStep steps;
    private final Sealer sealer;
    private final String issuer;
    private final Audit audit;
    private final Clock clock;

    /**
     * @param issuer how apps call this server
     */
    public AddAuthenticator(
            TotpSecrets secrets,
            FirstCodes firstCodes,
            FactorGuard guard,
            FactorMail mail,
            PageStep steps,
            Sealer sealer,
            String issuer,
            Audit audit,
            Clock clock) {
        this.secrets = secrets;
        this.firstCodes = firstCodes;
        this.guard = guard;
        this.mail = mail;
        this.steps = steps;
        this.sealer = sealer;
        this.issuer = issuer;
        this.audit = audit;
        this.clock = clock;
    }

    /** A new secret. Refuses with FactorTaken. */
    public Offer offer(User user) {
        if (secrets.find(user.id()).isPresent()) {
            throw taken();
        }
        return offer(user, TotpSecret.random());
    }

    /** The same offer again. Refuses with SignInStepInvalid when it was somebody else's. */
    public Offer again(User user, String sealed) {
        return offer(user, open(user, sealed));
    }

    private Offer offer(User user, TotpSecret secret) {
        return new Offer(
                secret,
                secret.uri(issuer, user.email().text()),
                steps.seal(OFFERED, user.id() + " " + secret.text()));
    }

    /** Refuses with FactorWrong, TooManyAttempts, SignInStepInvalid; the claim with FactorTaken. */
    public Enrolment confirm(User user, String sealed, String code, Origin origin) {
        var secret = open(user, sealed);
        guard.spend(user.id(), origin.address());
        var step = Totp.match(secret, code.replaceAll("\\s", ""), clock.instant());
        if (step.isEmpty()) {
            throw new Refused(new Refusal.FactorWrong());
        }
        guard.refund(user.id(), origin.address());
        var codes = firstCodes.forFirstFactor(user);
        return new Enrolment(
                new Proven(
                        Method.CODE,
                        () -> {
                            keep(user, secret, step.getAsLong(), origin);
                            firstCodes.keep(user, codes, origin);
                        }),
                codes);
    }

    private void keep(User user, TotpSecret secret, long step, Origin origin) {
        var now = clock.instant();
        var sealed = sealer.seal(CheckCode.PURPOSE, secret.bytes());
        if (!secrets.insert(user.id(), new TotpSecrets.Kept(sealed, step, now, now))) {
            throw taken();
        }
        audit.own(AuditEvent.Kind.FACTOR_ADDED, user.id(), null, origin, "authenticator app");
        mail.authenticatorAdded(user, origin);
    }

    private TotpSecret open(User user, String sealed) {
        var text = steps.open(OFFERED, sealed);
        var owner = user.id() + " ";
        if (!text.startsWith(owner)) {
            throw new Refused(new Refusal.SignInStepInvalid());
        }
        return TotpSecret.parse(text.substring(owner.length()))
                .orElseThrow(() -> new Refused(new Refusal.SignInStepInvalid()));
    }

    private static Refused taken() {
        return new Refused(new Refusal.FactorTaken());
    }
}
