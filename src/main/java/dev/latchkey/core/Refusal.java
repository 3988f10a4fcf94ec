package dev.latchkey.core;

import java.time.Duration;
import java.util.List;

/**
 * Every way this server says no on purpose. Each API puts the whole catalogue into its own words.
 */
public sealed interface Refusal {

    /** A value that breaks a rule: which field, and why, in words for people. */
    record Field(String name, String message) {}

    /** Values that break rules, all of them at once. */
    record InvalidInput(List<Field> fields) implements Refusal {
        public InvalidInput {
            fields = List.copyOf(fields);
        }

        public static InvalidInput of(String field, String message) {
            return new InvalidInput(List.of(new Field(field, message)));
        }
    }

    /** Unknown account or wrong password: nobody can tell which. */
    record WrongCredentials() implements Refusal {}

    /** The password was right, but the account is disabled. */
    record AccountNotActive() implements Refusal {}

    /** No credential, or one that is unknown, expired or revoked. */
    record NotSignedIn() implements Refusal {}

    /** Signed in, but this is not theirs to do. */
    record NotAllowed() implements Refusal {}

    /** The account belongs to no organization, and this door needs one. */
    record NoOrganization() implements Refusal {}

    /** The organization exists or not: the caller is no member of it. */
    record NotAMember() implements Refusal {}

    record OrganizationUnknown() implements Refusal {}

    record SlugTaken() implements Refusal {}

    /** An organization keeps at least one owner. */
    record LastOwner() implements Refusal {}

    record EmailTaken() implements Refusal {}

    record UserNameTaken() implements Refusal {}

    /**
     * No invitation, and neither the settings nor the email's domain let somebody in without one.
     */
    record SignUpClosed() implements Refusal {}

    /** Unknown, expired or used invitation, or one for another email. */
    record InvitationInvalid() implements Refusal {}

    /** Unknown, expired or used login flow. */
    record FlowInvalid() implements Refusal {}

    /** Unknown, expired, revoked or used refresh token. */
    record RefreshTokenInvalid() implements Refusal {}

    /** Unknown, expired or used verification token, or one of another kind. */
    record VerificationTokenInvalid() implements Refusal {}

    record AccountUnknown() implements Refusal {}

    record AlreadyVerified() implements Refusal {}

    /** No such API token, or somebody else's. */
    record ApiTokenUnknown() implements Refusal {}

    /** No such session, or somebody else's. */
    record SessionUnknown() implements Refusal {}

    /** Unknown, expired or used authorization code, or one for another client or redirect URI. */
    record CodeInvalid() implements Refusal {}

    /** No such OpenID client. */
    record ClientUnknown() implements Refusal {}

    /** A redirect target that is not on the configured list. */
    record RedirectNotAllowed() implements Refusal {}

    /** The sealed sign-in step is missing, forged, expired, replayed or another browser's. */
    record SignInStepInvalid() implements Refusal {}

    /** The provider's answer cannot be used, or the provider does not answer. */
    record ProviderFailed(String reason) implements Refusal {}

    /**
     * Somebody of a provider has the email of an account here that it is not linked to, and it is
     * not verified on both sides: they sign in here first and link the provider then.
     */
    record LinkFirst() implements Refusal {}

    /** Without them nobody could administer the server any more. */
    record LastAdministrator() implements Refusal {}

    /** That identity of a provider is linked to another account. */
    record IdentityTaken() implements Refusal {}

    /** Without it nobody could sign in to the account any more. */
    record LastWayIn() implements Refusal {}

    record ProviderUnknown() implements Refusal {}

    /** The deployment demands an API key of every client, and this one was missing or wrong. */
    record ClientKeyInvalid() implements Refusal {}

    /** The one-time link for the first administrator is unknown, expired or used. */
    record SetupLinkInvalid() implements Refusal {}

    /** The link to choose a new password is unknown, expired or used. */
    record ResetLinkInvalid() implements Refusal {}

    /** Signed in, but too long ago, or with too little, for a change this grave. */
    record RecentSignInNeeded() implements Refusal {}

    /**
     * What was proven is not enough: a second factor has to follow, or be set up first.
     *
     * @param page where a browser can do either
     */
    record SecondFactorNeeded(String page) implements Refusal {}

    /** A code or passkey that is not right, not theirs, or was used already. */
    record FactorWrong() implements Refusal {}

    /** No such passkey or authenticator app, or somebody else's. */
    record FactorUnknown() implements Refusal {}

    /** They have an authenticator app, or this passkey is known, already. */
    record FactorTaken() implements Refusal {}

    /** Too many failures or mails; try again after the given time. */
    record TooManyAttempts(Duration retryAfter) implements Refusal {}

    /** Every hashing place is taken and the queue is full; try again after the given time. */
    record Overloaded(Duration retryAfter) implements Refusal {}
}
