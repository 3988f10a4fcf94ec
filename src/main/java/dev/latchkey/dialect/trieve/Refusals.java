package dev.latchkey.dialect.trieve;

import dev.latchkey.core.Refusal;
import dev.latchkey.door.SortedApi;
import dev.latchkey.http.Reply;

import java.util.stream.Collectors;

/** The whole catalogue in this API's words. */
final class Refusals {

    /** {@code ErrorResponseBody}. */
    record Body(String message) {}

    private Refusals() {}

    static Reply says(int status, String message) {
        return Reply.json(status, new Body(message));
    }

    static Reply answer(Refusal refusal) {
        return switch (refusal) {
            case Refusal.InvalidInput(var fields) ->
                    says(
                            400,
                            fields.stream()
                                    .map(f -> f.name() + " " + f.message())
                                    .collect(Collectors.joining(", ")));
            // The seed says 400 for who is not signed in, not 401.
            case Refusal.NotSignedIn _ -> says(400, "You are not signed in.");
            case Refusal.WrongCredentials _ -> says(400, "The email or the password is wrong.");
            case Refusal.RedirectNotAllowed _ ->
                    says(
                            400,
                            "redirect_uri is not one of the addresses that this server sends"
                                    + " browsers to.");
            case Refusal.SignInStepInvalid _ ->
                    says(
                            400,
                            "This sign-in was not begun in this browser, took too long, or is over"
                                    + " already.");
            case Refusal.CodeInvalid _, Refusal.ProviderFailed _ ->
                    says(400, "The sign-in provider gave no usable answer.");
            case Refusal.ProviderUnknown _ -> says(400, "That sign-in provider is not configured.");
            case Refusal.InvitationInvalid _ ->
                    says(
                            400,
                            "The invitation is unknown, expired, used or for another email"
                                    + " address.");
            case Refusal.FlowInvalid _,
                    Refusal.RefreshTokenInvalid _,
                    Refusal.VerificationTokenInvalid _,
                    Refusal.ClientUnknown _,
                    Refusal.SetupLinkInvalid _,
                    Refusal.ResetLinkInvalid _ ->
                    says(400, "That is unknown, expired or used.");
            case Refusal.ClientKeyInvalid _ -> says(400, "The client's key is missing or wrong.");
            case Refusal.SecondFactorNeeded(var page) ->
                    says(403, "This account needs a second factor. Sign in at " + page);
            case Refusal.FactorWrong _ ->
                    says(400, "The second factor is wrong or was used already.");
            case Refusal.AccountNotActive _ -> says(403, "This account is disabled.");
            case Refusal.NotAMember _ -> says(403, "You are not a member of that organization.");
            case Refusal.NotAllowed _,
                    Refusal.RecentSignInNeeded _,
                    Refusal.NoOrganization _,
                    Refusal.SignUpClosed _ ->
                    says(403, "You may not do that.");
            case Refusal.AccountUnknown _,
                    Refusal.SessionUnknown _,
                    Refusal.ApiTokenUnknown _,
                    Refusal.OrganizationUnknown _,
                    Refusal.FactorUnknown _ ->
                    says(404, "There is no such thing.");
            case Refusal.SlugTaken _,
                    Refusal.EmailTaken _,
                    Refusal.UserNameTaken _,
                    Refusal.FactorTaken _,
                    Refusal.LastOwner _,
                    Refusal.LastAdministrator _,
                    Refusal.AlreadyVerified _,
                    Refusal.LastWayIn _,
                    Refusal.LinkFirst _,
                    Refusal.IdentityTaken _ ->
                    says(409, "That is taken or still needed.");
            case Refusal.TooManyAttempts(var wait) ->
                    SortedApi.retryAfter(says(429, "Too many attempts. Try again later."), wait);
            case Refusal.Overloaded(var wait) ->
                    SortedApi.retryAfter(says(503, "The server is busy. Try again shortly."), wait);
        };
    }

    /** At the callback every refusal is a 400, as the seed knows no other. */
    static Reply atCallback(Refusal refusal) {
        var reply = answer(refusal);
        return new Reply(400, reply.headers(), reply.body());
    }
}
