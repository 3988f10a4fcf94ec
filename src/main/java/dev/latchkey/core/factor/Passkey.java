package dev.latchkey.core.factor;

import dev.latchkey.core.account.UserId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A WebAuthn credential as it is kept.
 *
 * @param name as its owner calls it, 1 to 60 characters
 * @param lastUsedAt null until it is used after its registration
 */
public record Passkey(
        PasskeyId id,
        UserId user,
        String name,
        Credential credential,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {

    /**
     * What its use proves, in words of RFC 8176: a key in one piece of hardware, or one that may be
     * on several.
     */
    String method() {
        return (credential.backupEligible() ? "swk" : "hwk") + " user";
    }

    /**
     * What the authenticator gave (Web Authentication, level 3, section 4).
     *
     * @param id chosen by the authenticator, at most 1023 bytes
     * @param attested the attested credential data, which holds the public key
     * @param userVerified whether it ever verified its user, by a PIN or a finger
     * @param backupEligible whether it may be synced to further devices
     */
    public record Credential(
            byte[] id,
            byte[] attested,
            long signCount,
            boolean userVerified,
            boolean backupEligible,
            boolean backedUp) {}
}
