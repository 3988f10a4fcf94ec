package dev.latchkey.pages;

import dev.latchkey.core.Refusal;
import dev.latchkey.pages.view.Told;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A refusal in words for people.
 *
 * @param retryAfter when it is worth trying again, if that helps
 */
record Words(int status, Told told, @Nullable Duration retryAfter) {
    private static final Map<String, String> LABELS =
            Map.of(
                    "password",
                    "The password",
                    "firstName",
                    "The first name",
                    "lastName",
                    "The last name");

    static Words of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.InvalidInput(var fields) -> new Words(400, beside(fields), null);
            case Refusal.WrongCredentials _ ->
                    say(400, "That email or user name and that password do not fit together.");
            case Refusal.AccountNotActive _ ->
                    say(403, "This account is disabled. Ask whoever runs this server.");
            case Refusal.NotSignedIn _ -> say(401, "You are not signed in.");
            case Refusal.NotAllowed _ -> say(403, "Your account may not do that.");
            case Refusal.NoOrganization _ ->
                    say(403, "Your account belongs to no organization yet.");
            case Refusal.NotAMember _ -> say(403, "You are no member of that organization.");
            case Refusal.OrganizationUnknown _ -> say(404, "There is no such organization.");
            case Refusal.SlugTaken _ -> say(409, "An organization has that name already.");
            case Refusal.LastOwner _ -> say(409, "An organization keeps at least one owner.");
            case Refusal.EmailTaken _ ->
                    new Words(
                            400,
                            new Told(
                                    null,
                                    Map.of(
                                            "email",
                                            "There is an account with this email already.")),
                            null);
            case Refusal.UserNameTaken _ -> say(400, "Somebody has that user name already.");
            case Refusal.SignUpClosed _ -> say(403, "Accounts are made by invitation only here.");
            case Refusal.InvitationInvalid _ ->
                    say(
                            400,
                            "This invitation is for another email address, was used already, or has"
                                    + " expired.");
            case Refusal.FlowInvalid _,
                    Refusal.SignInStepInvalid _,
                    Refusal.CodeInvalid _,
                    Refusal.RefreshTokenInvalid _ ->
                    say(
                            400,
                            "This sign-in can no longer be finished. Go back to where you came"
                                    + " from, and start again.");
            case Refusal.VerificationTokenInvalid _ ->
                    say(
                            400,
                            "This link was used already, or has expired. Sign in to get a new"
                                    + " one.");
            case Refusal.AccountUnknown _ -> say(404, "There is no such account.");
            case Refusal.AlreadyVerified _ ->
                    say(400, "This email address is verified already. You can sign in.");
            case Refusal.ApiTokenUnknown _, Refusal.SessionUnknown _ ->
                    say(404, "It is gone already.");
            case Refusal.RedirectNotAllowed _ ->
                    say(400, "This server does not lead to that address.");
            case Refusal.ProviderFailed _, Refusal.ProviderUnknown _ ->
                    say(
                            502,
                            "The other server that should have signed you in did not. Try again, or"
                                    + " sign in another way.");
            case Refusal.ClientKeyInvalid _ ->
                    say(401, "The application is not known to this server.");
            case Refusal.SetupLinkInvalid _ ->
                    say(
                            400,
                            "This link was used already, or has expired. Restart the server to get"
                                    + " a new one.");
            case Refusal.TooManyAttempts(var wait) ->
                    new Words(
                            429,
                            Told.general(
                                    "That was tried too often. Please try again " + in(wait) + "."),
                            wait);
            case Refusal.Overloaded(var wait) ->
                    new Words(
                            503,
                            Told.general(
                                    "Very many people are signing in right now. Please try again in"
                                            + " a moment."),
                            wait);
        };
    }

    /** Everything in one sentence, for where there are no fields. */
    String text() {
        return told.general() != null ? told.general() : String.join(" ", told.fields().values());
    }

    private static Words say(int status, String text) {
        return new Words(status, Told.general(text), null);
    }

    private static Told beside(List<Refusal.Field> fields) {
        Map<String, String> sentences = new LinkedHashMap<>();
        for (var field : fields) {
            var label = LABELS.getOrDefault(field.name(), "This");
            sentences.putIfAbsent(field.name(), label + " " + field.message() + ".");
        }
        return new Told(null, sentences);
    }

    private static String in(Duration wait) {
        var minutes = wait.plusSeconds(59).toMinutes();
        return minutes <= 1 ? "in a minute" : "in " + minutes + " minutes";
    }
}
