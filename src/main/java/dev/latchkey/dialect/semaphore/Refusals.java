package dev.latchkey.dialect.semaphore;

import dev.latchkey.core.Refusal;
import dev.latchkey.door.SortedApi;
import dev.latchkey.http.Reply;

/** The whole catalogue in this API's words. */
final class Refusals {

    /** How the real server words an error. */
    record Body(String error) {}

    private Refusals() {}

    static Reply says(int status, String error) {
        return Reply.json(status, new Body(error));
    }

    static Reply answer(Refusal refusal) {
        return switch (refusal) {
            case Refusal.InvalidInput(var fields) ->
                    says(400, fields.getFirst().name() + " " + fields.getFirst().message());
            case Refusal.RedirectNotAllowed _ -> says(400, "This server sends no browser there.");
            case Refusal.InvitationInvalid _,
                    Refusal.FlowInvalid _,
                    Refusal.SignInStepInvalid _,
                    Refusal.CodeInvalid _,
                    Refusal.RefreshTokenInvalid _,
                    Refusal.VerificationTokenInvalid _,
                    Refusal.ClientUnknown _,
                    Refusal.SetupLinkInvalid _,
                    Refusal.ResetLinkInvalid _ ->
                    says(400, "That is unknown, expired or used.");
            case Refusal.NotSignedIn _ -> Reply.empty(401);
            case Refusal.WrongCredentials _ -> says(401, "The name or the password is wrong.");
            case Refusal.ClientKeyInvalid _ -> says(401, "The client's key is missing or wrong.");
            case Refusal.SecondFactorNeeded(var page) ->
                    says(403, "This account needs a second factor. Sign in at " + page);
            case Refusal.FactorWrong _ ->
                    says(401, "The second factor is wrong or was used already.");
            case Refusal.AccountNotActive _ -> says(403, "This account is disabled.");
            case Refusal.NotAllowed _,
                    Refusal.RecentSignInNeeded _,
                    Refusal.NoOrganization _,
                    Refusal.NotAMember _,
                    Refusal.SignUpClosed _ ->
                    says(403, "You may not do that.");
            case Refusal.ApiTokenUnknown _ -> says(404, "You have no such token.");
            case Refusal.AccountUnknown _,
                    Refusal.SessionUnknown _,
                    Refusal.OrganizationUnknown _,
                    Refusal.FactorUnknown _,
                    Refusal.ProviderUnknown _ ->
                    says(404, "There is no such thing.");
            case Refusal.SlugTaken _,
                    Refusal.EmailTaken _,
                    Refusal.UserNameTaken _,
                    Refusal.FactorTaken _ ->
                    says(409, "That name is taken.");
            case Refusal.LastOwner _,
                    Refusal.LastAdministrator _,
                    Refusal.AlreadyVerified _,
                    Refusal.LastWayIn _,
                    Refusal.LinkFirst _,
                    Refusal.IdentityTaken _ ->
                    says(409, "That cannot be changed.");
            case Refusal.ProviderFailed _ ->
                    says(502, "The sign-in provider gave no usable answer.");
            case Refusal.TooManyAttempts(var wait) ->
                    SortedApi.retryAfter(says(429, "Too many attempts. Try again later."), wait);
            case Refusal.Overloaded(var wait) ->
                    SortedApi.retryAfter(says(503, "The server is busy. Try again shortly."), wait);
        };
    }
}
