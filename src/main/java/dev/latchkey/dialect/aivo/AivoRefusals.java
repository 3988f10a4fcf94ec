package dev.latchkey.dialect.aivo;

import dev.latchkey.core.Refusal;
import dev.latchkey.door.SortedApi;
import dev.latchkey.http.Reply;

/**
 * Every refusal as this API says it: with the statuses of seed 003, and 429 and 503 to ask for
 * patience.
 */
final class AivoRefusals {
    private AivoRefusals() {}

    static Reply reply(Refusal refusal) {
        return switch (refusal) {
            case Refusal.InvalidInput input -> ValidationError.of(input);
            case Refusal.WrongCredentials _ ->
                    error(401, "invalid_credentials", "Wrong email or password.");
            case Refusal.AccountNotActive _ ->
                    error(401, "account_not_active", "This account is not active.");
            case Refusal.NoOrganization _ ->
                    error(401, "no_tenant", "This account belongs to no tenant.");
            case Refusal.SecondFactorNeeded(var page) ->
                    error(
                            401,
                            "second_factor_needed",
                            "This account needs a second factor. Sign in at " + page);
            case Refusal.FactorWrong _ ->
                    error(
                            401,
                            "second_factor_invalid",
                            "The second factor is wrong or was used already.");
            case Refusal.NotSignedIn _ ->
                    error(401, "unauthorized", "The access token is missing, expired or revoked.");
            case Refusal.RefreshTokenInvalid _ ->
                    error(
                            401,
                            "invalid_refresh_token",
                            "The refresh token is unknown, expired, revoked or used.");
            case Refusal.ClientKeyInvalid _ ->
                    error(401, "invalid_client", "The API key is missing or wrong.");
            case Refusal.InvitationInvalid _,
                    Refusal.SignUpClosed _,
                    Refusal.NotAMember _,
                    Refusal.NotAllowed _,
                    Refusal.RecentSignInNeeded _ ->
                    error(403, "forbidden", "You are not allowed to do this.");
            case Refusal.AccountUnknown _,
                    Refusal.OrganizationUnknown _,
                    Refusal.ApiTokenUnknown _,
                    Refusal.SessionUnknown _,
                    Refusal.FactorUnknown _,
                    Refusal.ProviderUnknown _ ->
                    error(404, "not_found", "There is no such thing.");
            case Refusal.SlugTaken _,
                    Refusal.LastOwner _,
                    Refusal.LastAdministrator _,
                    Refusal.LinkFirst _,
                    Refusal.IdentityTaken _,
                    Refusal.EmailTaken _,
                    Refusal.UserNameTaken _,
                    Refusal.FactorTaken _,
                    Refusal.LastWayIn _,
                    Refusal.AlreadyVerified _ ->
                    error(409, "conflict", "This is taken or still needed.");
            case Refusal.FlowInvalid _,
                    Refusal.VerificationTokenInvalid _,
                    Refusal.CodeInvalid _,
                    Refusal.RedirectNotAllowed _,
                    Refusal.SignInStepInvalid _,
                    Refusal.ProviderFailed _,
                    Refusal.ClientUnknown _,
                    Refusal.SetupLinkInvalid _,
                    Refusal.ResetLinkInvalid _ ->
                    error(400, "bad_request", "This cannot be used, or not any more.");
            case Refusal.TooManyAttempts(var wait) ->
                    SortedApi.retryAfter(
                            error(429, "too_many_attempts", "Too many attempts. Try again later."),
                            wait);
            case Refusal.Overloaded(var wait) ->
                    SortedApi.retryAfter(
                            error(503, "overloaded", "Too busy right now. Try again soon."), wait);
        };
    }

    /** The core takes this for a good end of a sign-in; this API has no answer for it but a 401. */
    static Reply emailNotVerified() {
        return error(401, "email_not_verified", "Verify your email first.");
    }

    private static Reply error(int status, String code, String message) {
        return AivoError.of(status, code, message);
    }
}
