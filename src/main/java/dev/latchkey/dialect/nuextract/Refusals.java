package dev.latchkey.dialect.nuextract;

import dev.latchkey.core.Refusal;
import dev.latchkey.door.SortedApi;
import dev.latchkey.http.Reply;

import java.util.stream.Collectors;

/** The whole catalogue in this API's words. */
final class Refusals {
    private Refusals() {}

    static Reply answer(Refusal refusal) {
        return switch (refusal) {
            case Refusal.InvalidInput(var fields) ->
                    Failure.badBody(
                            fields.stream()
                                    .map(f -> f.name() + " " + f.message())
                                    .collect(Collectors.joining(", ")));
            case Refusal.CodeInvalid _ ->
                    Failure.badBody(
                            "the code is unknown, used, expired or for another redirectUri");
            case Refusal.RefreshTokenInvalid _ ->
                    Failure.badBody("the refresh token is unknown, used, expired or revoked");
            case Refusal.NotAMember _, Refusal.OrganizationUnknown _ ->
                    Failure.badBody("you are not a member of that organization");
            case Refusal.FlowInvalid _,
                    Refusal.SignInStepInvalid _,
                    Refusal.VerificationTokenInvalid _ ->
                    Failure.badBody("that sign-in is over");
            case Refusal.ClientUnknown _ -> Failure.badBody("there is no such client");
            case Refusal.InvitationInvalid _,
                    Refusal.SetupLinkInvalid _,
                    Refusal.ResetLinkInvalid _ ->
                    Failure.badBody("the invitation or link is not valid");
            case Refusal.RedirectNotAllowed _ ->
                    Failure.bad(
                            Failure.REDIRECT_URI,
                            "it is not one of the addresses that this server sends browsers to");
            case Refusal.NotSignedIn _, Refusal.WrongCredentials _ ->
                    Failure.json(401, "unauthorized", "The access token is missing or no good.");
            case Refusal.ClientKeyInvalid _ ->
                    Failure.json(401, "unauthorized", "The client's key is missing or wrong.");
            case Refusal.SecondFactorNeeded(var page) ->
                    Failure.json(
                            403,
                            "second_factor_needed",
                            "This account needs a second factor. Sign in at " + page);
            case Refusal.FactorWrong _ ->
                    Failure.json(
                            401, "unauthorized", "The second factor is wrong or was used already.");
            case Refusal.AccountNotActive _ ->
                    Failure.json(403, "forbidden", "This account is disabled.");
            case Refusal.NotAllowed _,
                    Refusal.RecentSignInNeeded _,
                    Refusal.NoOrganization _,
                    Refusal.SignUpClosed _ ->
                    Failure.json(403, "forbidden", "You may not do that.");
            case Refusal.ApiTokenUnknown _ ->
                    Failure.json(404, "not_found", "You have no such token.");
            case Refusal.SessionUnknown _,
                    Refusal.AccountUnknown _,
                    Refusal.FactorUnknown _,
                    Refusal.ProviderUnknown _ ->
                    Failure.json(404, "not_found", "There is no such thing.");
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
                    Failure.json(409, "conflict", "That is taken or still needed.");
            case Refusal.ProviderFailed _ ->
                    Failure.json(
                            502, "provider_failed", "The sign-in provider gave no usable answer.");
            case Refusal.TooManyAttempts(var wait) ->
                    SortedApi.retryAfter(
                            Failure.json(
                                    429,
                                    "too_many_requests",
                                    "Too many attempts. Try again later."),
                            wait);
            case Refusal.Overloaded(var wait) ->
                    SortedApi.retryAfter(
                            Failure.json(
                                    503, "overloaded", "The server is busy. Try again shortly."),
                            wait);
        };
    }
}
