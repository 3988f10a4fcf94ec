package dev.latchkey.oidc;

import dev.latchkey.core.Refusal;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/** Every refusal in the words of OAuth and, where a person is in front of it, in plain ones. */
final class OidcRefusals {

    /**
     * A refusal as it is said.
     *
     * @param error a code of RFC 6749, section 5.2, or RFC 6750, section 3.1
     */
    record Said(int status, String error, String text, @Nullable Duration retryAfter) {}

    private OidcRefusals() {}

    static Said say(Refusal refusal) {
        return switch (refusal) {
            case Refusal.CodeInvalid _ ->
                    badGrant("The code is unknown, expired or used, or does not fit the request.");
            case Refusal.RefreshTokenInvalid _ ->
                    badGrant("The refresh token is unknown, expired, revoked or used.");
            case Refusal.SignInStepInvalid _ ->
                    bad(
                            "This sign-in can no longer be finished. Go back to the application you"
                                    + " came from, and start again.");
            case Refusal.NotSignedIn _, Refusal.WrongCredentials _ ->
                    new Said(
                            401,
                            "invalid_token",
                            "The access token is unknown, expired or revoked.",
                            null);
            case Refusal.AccountNotActive _, Refusal.AccountUnknown _ ->
                    denied("This account is not active.");
            case Refusal.SecondFactorNeeded _ ->
                    denied("This account needs a second factor. Sign in again.");
            case Refusal.NotAllowed _,
                    Refusal.RecentSignInNeeded _,
                    Refusal.NoOrganization _,
                    Refusal.NotAMember _,
                    Refusal.SignUpClosed _ ->
                    denied("This account may not do that.");
            case Refusal.TooManyAttempts(var wait) -> later(429, wait);
            case Refusal.Overloaded(var wait) -> later(503, wait);
            case Refusal.InvalidInput _,
                    Refusal.OrganizationUnknown _,
                    Refusal.SlugTaken _,
                    Refusal.LastOwner _,
                    Refusal.LastAdministrator _,
                    Refusal.LastWayIn _,
                    Refusal.LinkFirst _,
                    Refusal.IdentityTaken _,
                    Refusal.EmailTaken _,
                    Refusal.UserNameTaken _,
                    Refusal.InvitationInvalid _,
                    Refusal.FlowInvalid _,
                    Refusal.VerificationTokenInvalid _,
                    Refusal.AlreadyVerified _,
                    Refusal.ApiTokenUnknown _,
                    Refusal.SessionUnknown _,
                    Refusal.RedirectNotAllowed _,
                    Refusal.ProviderFailed _,
                    Refusal.ProviderUnknown _,
                    Refusal.ClientKeyInvalid _,
                    Refusal.ClientUnknown _,
                    Refusal.FactorWrong _,
                    Refusal.FactorUnknown _,
                    Refusal.FactorTaken _,
                    Refusal.SetupLinkInvalid _,
                    Refusal.ResetLinkInvalid _ ->
                    bad("The request cannot be answered.");
        };
    }

    private static Said bad(String text) {
        return new Said(400, "invalid_request", text, null);
    }

    private static Said badGrant(String text) {
        return new Said(400, "invalid_grant", text, null);
    }

    private static Said denied(String text) {
        return new Said(403, "access_denied", text, null);
    }

    private static Said later(int status, Duration wait) {
        return new Said(
                status,
                "temporarily_unavailable",
                "There is too much to do right now. Try again later.",
                wait);
    }
}
