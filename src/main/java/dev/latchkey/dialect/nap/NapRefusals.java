package dev.latchkey.dialect.nap;

import dev.latchkey.core.Refusal;
import dev.latchkey.door.SortedApi;
import dev.latchkey.http.Reply;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Every refusal as this API says it: with the statuses of seed 004, and 429 and 503 to ask for
 * patience.
 */
final class NapRefusals {
    private NapRefusals() {}

    static Reply reply(Refusal refusal) {
        return switch (refusal) {
            case Refusal.InvalidInput(var fields) -> error(400, sentence(fields));
            case Refusal.EmailTaken _ -> error(400, "There is an account with this email already.");
            case Refusal.FlowInvalid _ ->
                    error(400, "This login flow is unknown, expired or finished.");
            case Refusal.VerificationTokenInvalid _ ->
                    error(400, "This verification token is unknown, expired or used.");
            case Refusal.AccountUnknown _ -> error(400, "There is no account with this email.");
            case Refusal.AlreadyVerified _ -> error(400, "This email is verified already.");
            case Refusal.WrongCredentials _ -> error(401, "Wrong email or password.");
            case Refusal.AccountNotActive _ -> error(401, "This account is disabled.");
            case Refusal.NotSignedIn _, Refusal.RefreshTokenInvalid _ ->
                    error(401, "The token is unknown, expired or revoked. Log in again.");
            case Refusal.InvitationInvalid _ ->
                    error(401, "This invite token is unknown, expired, used or for another email.");
            case Refusal.SignUpClosed _ ->
                    error(401, "Signing up with this email takes an invite token.");
            case Refusal.ClientKeyInvalid _ -> error(401, "The API key is missing or wrong.");
            case Refusal.SecondFactorNeeded(var page) ->
                    error(403, "This account needs a second factor. Sign in at " + page);
            case Refusal.FactorWrong _ -> error(401, "This code is wrong or was used already.");
            case Refusal.NoOrganization _ -> error(403, "You belong to no organization.");
            case Refusal.NotAMember _ -> error(403, "You are no member of this organization.");
            case Refusal.NotAllowed _, Refusal.RecentSignInNeeded _ ->
                    error(403, "You are not allowed to do this.");
            case Refusal.OrganizationUnknown _,
                    Refusal.ApiTokenUnknown _,
                    Refusal.SessionUnknown _,
                    Refusal.FactorUnknown _,
                    Refusal.ProviderUnknown _ ->
                    error(404, "There is no such thing.");
            case Refusal.SlugTaken _,
                    Refusal.LastOwner _,
                    Refusal.LastAdministrator _,
                    Refusal.UserNameTaken _,
                    Refusal.FactorTaken _,
                    Refusal.LinkFirst _,
                    Refusal.IdentityTaken _,
                    Refusal.LastWayIn _ ->
                    error(409, "This is taken or still needed.");
            case Refusal.CodeInvalid _,
                    Refusal.RedirectNotAllowed _,
                    Refusal.SignInStepInvalid _,
                    Refusal.ProviderFailed _,
                    Refusal.ClientUnknown _,
                    Refusal.SetupLinkInvalid _,
                    Refusal.ResetLinkInvalid _ ->
                    error(400, "This cannot be used, or not any more.");
            case Refusal.TooManyAttempts(var wait) ->
                    SortedApi.retryAfter(error(429, "Too many attempts. Try again later."), wait);
            case Refusal.Overloaded(var wait) ->
                    SortedApi.retryAfter(error(503, "Too busy right now. Try again soon."), wait);
        };
    }

    private static Reply error(int status, String message) {
        return ErrorResponse.of(status, message);
    }

    private static String sentence(List<Refusal.Field> fields) {
        return fields.stream()
                .map(field -> field.name() + " " + field.message())
                .collect(Collectors.joining("; "));
    }
}
