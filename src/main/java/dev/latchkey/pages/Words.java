package dev.latchkey.pages;

import dev.latchkey.core.Refusal;
import dev.latchkey.pages.view.Text;
import dev.latchkey.pages.view.Told;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A refusal in words for people: {@code refusal.<its name>} in the bundle. What concerns one field
 * is said beside it.
 *
 * @param retryAfter when it is worth trying again, if that helps
 */
record Words(int status, Told told, @Nullable Duration retryAfter) {

    static Words of(Refusal refusal, Text text) {
        return switch (refusal) {
            case Refusal.InvalidInput(var fields) -> new Words(400, beside(fields, text), null);
            case Refusal.EmailTaken _ -> beside("email", refusal, text);
            case Refusal.UserNameTaken _ -> beside("userName", refusal, text);
            case Refusal.WrongCredentials _,
                    Refusal.InvitationInvalid _,
                    Refusal.FlowInvalid _,
                    Refusal.SignInStepInvalid _,
                    Refusal.CodeInvalid _,
                    Refusal.RefreshTokenInvalid _,
                    Refusal.VerificationTokenInvalid _,
                    Refusal.AlreadyVerified _,
                    Refusal.RedirectNotAllowed _,
                    Refusal.FactorWrong _,
                    Refusal.SetupLinkInvalid _,
                    Refusal.ResetLinkInvalid _ ->
                    say(400, refusal, text);
            case Refusal.NotSignedIn _, Refusal.ClientKeyInvalid _, Refusal.RecentSignInNeeded _ ->
                    say(401, refusal, text);
            case Refusal.AccountNotActive _,
                    Refusal.SecondFactorNeeded _,
                    Refusal.NotAllowed _,
                    Refusal.NoOrganization _,
                    Refusal.NotAMember _,
                    Refusal.SignUpClosed _ ->
                    say(403, refusal, text);
            case Refusal.OrganizationUnknown _,
                    Refusal.AccountUnknown _,
                    Refusal.ApiTokenUnknown _,
                    Refusal.ClientUnknown _,
                    Refusal.FactorUnknown _,
                    Refusal.SessionUnknown _ ->
                    say(404, refusal, text);
            case Refusal.SlugTaken _,
                    Refusal.LastOwner _,
                    Refusal.LastAdministrator _,
                    Refusal.FactorTaken _,
                    Refusal.LinkFirst _,
                    Refusal.IdentityTaken _,
                    Refusal.LastWayIn _ ->
                    say(409, refusal, text);
            case Refusal.ProviderFailed _, Refusal.ProviderUnknown _ -> say(502, refusal, text);
            case Refusal.TooManyAttempts(var wait) ->
                    new Words(429, general(refusal, text, in(wait, text)), wait);
            case Refusal.Overloaded(var wait) -> new Words(503, general(refusal, text), wait);
        };
    }

    /** Everything in one sentence, for where there are no fields. */
    String text() {
        return told.general() != null ? told.general() : String.join(" ", told.fields().values());
    }

    private static Words say(int status, Refusal refusal, Text text) {
        return new Words(status, general(refusal, text), null);
    }

    private static Told general(Refusal refusal, Text text, Object... values) {
        return Told.general(text.of(keyOf(refusal), values));
    }

    private static String keyOf(Refusal refusal) {
        return "refusal." + refusal.getClass().getSimpleName();
    }

    private static Words beside(String field, Refusal refusal, Text text) {
        return new Words(400, new Told(null, Map.of(field, text.of(keyOf(refusal)))), null);
    }

    private static Told beside(List<Refusal.Field> fields, Text text) {
        Map<String, String> sentences = new LinkedHashMap<>();
        for (var field : fields) {
            sentences.putIfAbsent(field.name(), sentence(field, text));
        }
        return new Told(null, sentences);
    }

    /**
     * The core says in English what is wrong with a value; the bundle has the same for other
     * languages, under the words themselves.
     */
    private static String sentence(Refusal.Field field, Text text) {
        var own = "subject." + field.name();
        var label = text.has(own) ? own : "subject.this";
        return text.of("field.sentence", text.of(label), flaw(field.message(), text));
    }

    private static String flaw(String message, Text text) {
        var key = "flaw." + message.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return text.has(key) ? text.of(key) : message;
    }

    private static String in(Duration wait, Text text) {
        var minutes = wait.plusSeconds(59).toMinutes();
        return minutes <= 1 ? text.of("in.minute") : text.of("in.minutes", minutes);
    }
}
