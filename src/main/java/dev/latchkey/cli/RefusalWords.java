package dev.latchkey.cli;

import dev.latchkey.core.Refusal;

import java.util.stream.Collectors;

/** Every refusal in words for whoever sits at a terminal. */
final class RefusalWords {
    private RefusalWords() {}

    static String of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.InvalidInput(var fields) ->
                    fields.stream()
                            .map(field -> field.name() + " " + field.message())
                            .collect(Collectors.joining("; "));
            case Refusal.WrongCredentials _ -> "wrong name or password";
            case Refusal.AccountNotActive _ -> "the account is disabled";
            case Refusal.SecondFactorNeeded(var page) ->
                    "the account needs a second factor; sign in at " + page;
            case Refusal.FactorWrong _ -> "the second factor is wrong or was used already";
            case Refusal.FactorUnknown _ -> "there is no such second factor";
            case Refusal.FactorTaken _ -> "that second factor is there already";
            case Refusal.LastWayIn _ -> "that is the last way to sign in to the account";
            case Refusal.NotSignedIn _ -> "not signed in";
            case Refusal.NotAllowed _ -> "that is not yours to do";
            case Refusal.NoOrganization _ -> "the account belongs to no organization";
            case Refusal.NotAMember _ -> "the user is no member of that organization";
            case Refusal.OrganizationUnknown _ ->
                    "there is no such organization; 'latchkey org list' shows them";
            case Refusal.SlugTaken _ ->
                    "another organization has that slug; choose one with --slug";
            case Refusal.LastOwner _ ->
                    "an organization keeps at least one owner; make somebody else owner first";
            case Refusal.LastAdministrator _ ->
                    "the server keeps at least one active administrator; make somebody else one"
                            + " first";
            case Refusal.EmailTaken _ -> "an account has that email address already";
            case Refusal.UserNameTaken _ -> "an account has that user name already";
            case Refusal.SignUpClosed _ -> "sign-up takes an invitation here";
            case Refusal.InvitationInvalid _ ->
                    "the invitation is unknown, expired, used, or for another address";
            case Refusal.FlowInvalid _ -> "the sign-in is unknown, expired or finished";
            case Refusal.RefreshTokenInvalid _ -> "the refresh token is unknown, expired or used";
            case Refusal.VerificationTokenInvalid _ -> "the token is unknown, expired or used";
            case Refusal.AccountUnknown _ ->
                    "there is no such account; 'latchkey user list' shows them";
            case Refusal.AlreadyVerified _ -> "the address is verified already";
            case Refusal.ApiTokenUnknown _ ->
                    "there is no such token; 'latchkey token list' shows them";
            case Refusal.SessionUnknown _ ->
                    "there is no such session; 'latchkey session list' shows them";
            case Refusal.CodeInvalid _ -> "the code is unknown, expired or used";
            case Refusal.RedirectNotAllowed _ ->
                    "that redirect is not on the list redirects.allowed";
            case Refusal.SignInStepInvalid _ -> "the sign-in was not begun here, or took too long";
            case Refusal.ProviderFailed(var reason) -> "the provider failed: " + reason;
            case Refusal.LinkFirst _ ->
                    "an account has that email address and is not linked to the provider";
            case Refusal.IdentityTaken _ -> "another account is linked to that identity";
            case Refusal.ProviderUnknown _ -> "there is no such provider";
            case Refusal.ClientUnknown _ ->
                    "there is no such client; 'latchkey client list' shows them";
            case Refusal.ClientKeyInvalid _ -> "the API key is missing or wrong";
            case Refusal.SetupLinkInvalid _, Refusal.ResetLinkInvalid _ ->
                    "the link is unknown, expired or used";
            case Refusal.RecentSignInNeeded _ -> "the sign-in was too long ago";
            case Refusal.TooManyAttempts(var wait) ->
                    "too many attempts; try again in " + wait.toSeconds() + " s";
            case Refusal.Overloaded(var wait) ->
                    "overloaded; try again in " + wait.toSeconds() + " s";
        };
    }
}
