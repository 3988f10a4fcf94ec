package dev.latchkey.core.factor;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.User;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.factor.PasskeyChallenges.Purpose;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;

/** Says whether a passkey was really used: as a second factor, or as the only proof. */
public final class CheckPasskey {

    /**
     * What a browser needs to use one.
     *
     * @param credentials ids of those that will do; empty for any that knows us
     * @param verified whether its user has to be verified
     */
    public record Question(
            RelyingParty party,
            PasskeyChallenges.Challenge challenge,
            List<byte[]> credentials,
            boolean verified) {
        public Question {
            credentials = List.copyOf(credentials);
        }
    }

    /** Whose passkey it was. */
    public record Owner(UserId user, Proven proven) {}

    private final Passkeys passkeys;
    private final WebAuthn webAuthn;
    private final RelyingParty party;
    private final PasskeyChallenges challenges;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    public CheckPasskey(
            Passkeys passkeys,
            WebAuthn webAuthn,
            RelyingParty party,
            PasskeyChallenges challenges,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        this.passkeys = passkeys;
        this.webAuthn = webAuthn;
        this.party = party;
        this.challenges = challenges;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** For somebody who proved a first factor. */
    public Question ask(User user) {
        var ids = passkeys.of(user.id()).stream().map(key -> key.credential().id()).toList();
        return new Question(party, challenges.fresh(Purpose.SECOND_FACTOR, user.id()), ids, false);
    }

    /** For nobody knows whom: the passkey says who it is, and has to have verified them. */
    public Question askAnybody() {
        return new Question(party, challenges.fresh(Purpose.SIGN_IN, null), List.of(), true);
    }

    public boolean isPossible() {
        return party.isPossible();
    }

    /** Refuses with FactorWrong, also for somebody else's passkey, and SignInStepInvalid. */
    Proven second(User user, FactorProof.Key proof, Origin origin) {
        var challenge = challenges.open(Purpose.SECOND_FACTOR, user.id(), proof.challenge());
        var passkey = find(proof.response());
        if (passkey == null || !passkey.user().equals(user.id())) {
            throw failed(user.id(), origin, AuditEvent.Kind.FACTOR_FAILED, "passkey");
        }
        return proven(passkey, proof.response(), challenge, false, origin);
    }

    /** Refuses with FactorWrong and SignInStepInvalid. */
    public Owner alone(FactorProof.Key proof, Origin origin) {
        var challenge = challenges.open(Purpose.SIGN_IN, null, proof.challenge());
        var passkey = find(proof.response());
        if (passkey == null) {
            throw failed(null, origin, AuditEvent.Kind.SIGN_IN_FAILED, "unknown passkey");
        }
        return new Owner(
                passkey.user(), proven(passkey, proof.response(), challenge, true, origin));
    }

    private @Nullable Passkey find(String response) {
        return webAuthn.credentialOf(response).flatMap(passkeys::find).orElse(null);
    }

    private Proven proven(
            Passkey passkey,
            String response,
            PasskeyChallenges.Opened challenge,
            boolean alone,
            Origin origin) {
        var credential = passkey.credential();
        var used =
                webAuthn.asserted(response, challenge.bytes(), credential, alone)
                        .filter(assertion -> isOwn(assertion, passkey.user(), alone))
                        .orElseThrow(() ->
                                failed(
                                        passkey.user(),
                                        origin,
                                        AuditEvent.Kind.FACTOR_FAILED,
                                        "passkey"));
        if (isCopied(credential.signCount(), used.signCount())) {
            throw failed(passkey.user(), origin, AuditEvent.Kind.PASSKEY_COPIED, passkey.name());
        }
        return new Proven(
                passkey.method(),
                () -> {
                    challenges.claim(challenge);
                    if (!passkeys.use(
                            passkey.id(), used.signCount(), used.backedUp(), clock.instant())) {
                        throw new Refused(new Refusal.FactorWrong());
                    }
                });
    }

    /** Who is not known yet has to be named by the passkey itself (section 7.2, step 6). */
    private static boolean isOwn(WebAuthn.Assertion assertion, UserId user, boolean alone) {
        var handle = assertion.userHandle();
        return handle.length == 0 ? !alone : MessageDigest.isEqual(handle, handleOf(user));
    }

    /**
     * A counter that does not grow is a copy's (section 6.1.1); those that stay at zero have none.
     */
    private static boolean isCopied(long before, long now) {
        return now <= before && (now != 0 || before != 0);
    }

    /** What an authenticator calls a user: an id that says nothing about them. */
    public static byte[] handleOf(UserId user) {
        return ByteBuffer.allocate(16)
                .putLong(user.value().getMostSignificantBits())
                .putLong(user.value().getLeastSignificantBits())
                .array();
    }

    private Refused failed(
            @Nullable UserId user, Origin origin, AuditEvent.Kind kind, String detail) {
        transactions.writing(() -> audit.record(kind, null, user, null, origin, detail));
        return new Refused(new Refusal.FactorWrong());
    }
}
