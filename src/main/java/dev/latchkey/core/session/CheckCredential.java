package dev.latchkey.core.session;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.memory.CacheTrust;
import dev.latchkey.core.memory.Forgetting;
import dev.latchkey.core.memory.Remembered;
import dev.latchkey.core.token.TokenHash;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Says what a credential is worth right now, from memory where it is known. */
public final class CheckCredential {
    private final Remembered<TokenHash, Checked> remembered;
    private final CredentialLookup lookup;
    private final Activity activity;
    private final Clock clock;

    /**
     * @param most how many credentials are kept in memory at the most
     */
    public CheckCredential(
            CredentialLookup lookup, CacheTrust trust, Activity activity, Clock clock, int most) {
        this.remembered = new Remembered<>(most, trust, checked -> List.of(checked.user()));
        this.lookup = lookup;
        this.activity = activity;
        this.clock = clock;
    }

    /** What has to be told of every change. */
    public Forgetting forgetting() {
        return remembered;
    }

    /** The answer from memory, or null when the store has to be asked. Never waits. */
    public @Nullable Checked known(Credential credential) {
        if (credential.text().length() > Credential.LONGEST) {
            return null;
        }
        var checked = remembered.known(keyOf(credential));
        if (checked == null || !checked.isGood(clock.instant())) {
            return null;
        }
        note(checked);
        return checked;
    }

    /**
     * Refuses with NotSignedIn when there is no credential, or it is unknown, expired or revoked.
     */
    public Checked run(@Nullable Credential credential) {
        return find(credential).orElseThrow(() -> new Refused(new Refusal.NotSignedIn()));
    }

    /**
     * The same for doors that go on without: nothing when there is no credential, or no good one.
     */
    public Optional<Checked> find(@Nullable Credential credential) {
        if (credential == null || credential.text().length() > Credential.LONGEST) {
            return Optional.empty();
        }
        var known = known(credential);
        return known != null ? Optional.of(known) : look(credential);
    }

    private Optional<Checked> look(Credential credential) {
        var found =
                remembered.find(keyOf(credential), () -> lookup.find(credential, this::profileOf));
        found.ifPresent(this::note);
        return found;
    }

    private @Nullable Profile profileOf(UserId user) {
        var another = remembered.oneOf(user);
        return another == null ? null : another.profile();
    }

    private void note(Checked checked) {
        var now = clock.millis();
        if (checked.isDueToBeNoted(now)) {
            activity.note(checked, clock.instant());
        }
    }

    /**
     * A cookie's value shown as a bearer token has another key, so that one is never taken for the
     * other.
     */
    private static TokenHash keyOf(Credential credential) {
        return switch (credential) {
            case Credential.Bearer(var text) -> TokenHash.of(text);
            case Credential.Cookie(var text) -> TokenHash.of("cookie " + text);
        };
    }
}
