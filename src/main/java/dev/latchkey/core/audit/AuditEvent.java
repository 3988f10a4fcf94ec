package dev.latchkey.core.audit;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.org.OrgId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened.
 *
 * @param actor who did it, null when nobody was signed in
 * @param subject whose account it concerns, null when unknown
 * @param detail one short sentence or value, never a secret
 */
public record AuditEvent(
        UUID id,
        Instant at,
        Kind kind,
        @Nullable UserId actor,
        @Nullable UserId subject,
        @Nullable OrgId organization,
        Origin origin,
        String detail) {

    /** The catalogue of events. The names are stored: rename none. */
    public enum Kind {
        SIGNED_UP,
        USER_CREATED,
        USER_DISABLED,
        USER_ENABLED,
        USER_INVITED,
        ADMINISTRATOR_MADE,
        ADMINISTRATOR_UNMADE,
        PROFILE_CHANGED,
        PASSWORD_CHANGED,
        RESET_SENT,
        RESET_NOT_DUE,
        EMAIL_CHANGE_ASKED,
        EMAIL_CHANGED,
        EMAIL_VERIFIED,
        VERIFICATION_SENT,
        VERIFICATION_NOT_DUE,
        SIGNED_IN,
        SIGN_IN_FAILED,
        SIGN_IN_THROTTLED,
        SESSION_REVOKED,
        REFRESH_TOKEN_REUSED,
        API_TOKEN_CREATED,
        API_TOKEN_RENAMED,
        API_TOKEN_REVOKED,
        ORGANIZATION_CREATED,
        ORGANIZATION_CHANGED,
        MEMBER_ADDED,
        MEMBER_CHANGED,
        MEMBER_REMOVED,
        DOMAIN_CLAIMED,
        DOMAIN_CHECK_FAILED,
        DOMAIN_LET_JOIN,
        DOMAIN_REMOVED,
        INVITED,
        INVITATION_REVOKED,
        INVITATION_USED,
        IDENTITY_LINKED,
        IDENTITY_UNLINKED,
        CODE_REUSED,
        CLIENT_REGISTERED,
        CLIENT_CHANGED,
        CLIENT_SECRET_RENEWED,
        CLIENT_DELETED,
        CLIENT_TOKEN_REVOKED,
        CONSENT_GIVEN,
        CONSENT_REVOKED,
        KEY_ROTATED,
        SETUP_COMPLETED,
        FACTOR_ADDED,
        FACTOR_REMOVED,
        FACTOR_FAILED,
        FACTORS_RESET,
        PASSKEY_RENAMED,
        PASSKEY_COPIED,
        RECOVERY_CODES_MADE,
        RECOVERY_CODE_USED,
        AUDIT_EXPORTED,
        PROVIDER_CHECKED
    }
}
