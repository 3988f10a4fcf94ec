package dev.latchkey.core.factor;

import dev.latchkey.core.Ids;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.account.User;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.factor.PasskeyChallenges.Purpose;

import java.time.Clock;
import java.util.List;

/**
 * Adds a passkey: one that verified its user, and that is discoverable, so that it signs in alone.
 */
public final class AddPasskey {
    /** More than anybody has; a bound on what one account can store. */
    private static final int MOST = 20;

    /**
     * What a browser needs to make one.
     *
     * @param known credential ids of those that are there, so that no authenticator makes two
     */
    public record Offer(
            RelyingParty party, PasskeyChallenges.Challenge challenge, List<byte[]> known) {
        public Offer {
            known = List.copyOf(known);
        }
    }

    private final Passkeys passkeys;
    private final WebAuthn webAuthn;
    private final RelyingParty party;
    private final PasskeyChallenges challenges;
    private final FirstCodes firstCodes;
    private final FactorMail mail;
    private final Audit audit;
    private final Clock clock;
    private final Ids ids;

    public AddPasskey(
            Passkeys passkeys,
            WebAuthn webAuthn,
            RelyingParty party,
            PasskeyChallenges challenges,
            FirstCodes firstCodes,
            FactorMail mail,
            Audit audit,
            Clock clock,
            Ids ids) {
        this.passkeys = passkeys;
        this.webAuthn = webAuthn;
        this.party = party;
        this.challenges = challenges;
        this.firstCodes = firstCodes;
        this.mail = mail;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    public Offer offer(User user) {
        var known = passkeys.of(user.id()).stream().map(key -> key.credential().id()).toList();
        return new Offer(party, challenges.fresh(Purpose.REGISTER, user.id()), known);
    }

    /**
     * Refuses with InvalidInput, SignInStepInvalid and FactorWrong; the claim with FactorTaken.
     *
     * @param response {@code RegistrationResponseJSON}
     */
    public Enrolment confirm(
            User user, String name, String challenge, String response, Origin origin) {
        var checked = PasskeyName.check(name);
        var opened = challenges.open(Purpose.REGISTER, user.id(), challenge);
        var credential =
                webAuthn.registered(response, opened.bytes())
                        .orElseThrow(() -> new Refused(new Refusal.FactorWrong()));
        var passkey =
                new Passkey(
                        new PasskeyId(ids.next()),
                        user.id(),
                        checked,
                        credential,
                        clock.instant(),
                        null);
        var codes = firstCodes.forFirstFactor(user);
        return new Enrolment(
                new Proven(
                        passkey.method(),
                        () -> {
                            challenges.claim(opened);
                            keep(user, passkey, origin);
                            firstCodes.keep(user, codes, origin);
                        }),
                codes);
    }

    private void keep(User user, Passkey passkey, Origin origin) {
        if (passkeys.of(user.id()).size() >= MOST || !passkeys.insert(passkey)) {
            throw new Refused(new Refusal.FactorTaken());
        }
        audit.own(
                AuditEvent.Kind.FACTOR_ADDED, user.id(), null, origin, "passkey " + passkey.name());
        mail.passkeyAdded(user, passkey.name(), origin);
    }
}
