package dev.latchkey.core.key;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.Administrators;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives the server new signing keys without an outage: a new key is published before it signs, the
 * old one until its last token has expired.
 */
public final class RotateKeys {

    /** A key and where it is in its life. */
    public record Listed(SigningKey key, KeyState state) {}

    private final SigningKeys keys;
    private final KeyMaker maker;
    private final Administrators administrators;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    public RotateKeys(
            SigningKeys keys,
            KeyMaker maker,
            Administrators administrators,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        this.keys = keys;
        this.maker = maker;
        this.administrators = administrators;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Newest first. Refuses with NotAllowed. */
    public List<Listed> all(@Nullable UserId actor) {
        administrators.require(actor);
        var all = keys.all();
        var states = KeyState.of(all, clock.instant());
        return all.stream()
                .map(key -> new Listed(key, states.getOrDefault(key.id(), KeyState.OVER)))
                .toList();
    }

    /**
     * A new key for each algorithm, which signs in a quarter of an hour. Refuses with NotAllowed,
     * and with InvalidInput while an earlier one still waits.
     */
    public List<SigningKey> run(@Nullable UserId actor, Origin origin) {
        administrators.require(actor);
        var waits = all(actor).stream().anyMatch(listed -> listed.state() == KeyState.WAITING);
        if (waits) {
            throw new Refused(
                    Refusal.InvalidInput.of("keys", "are being rotated: a new one waits already"));
        }
        var now = clock.instant();
        var made = new ArrayList<SigningKey>();
        for (var algorithm : maker.algorithms()) {
            made.add(maker.make(algorithm, now, now.plus(KeyState.LEAD)));
        }
        keep(made, List.of(), "rotated", actor, origin);
        return made;
    }

    /**
     * After a key was stolen: new keys sign at once, and whatever the old ones signed is refused
     * everywhere within minutes. Everybody has to refresh or sign in again. Refuses with
     * NotAllowed.
     */
    public List<SigningKey> replaceStolen(@Nullable UserId actor, Origin origin) {
        administrators.require(actor);
        var now = clock.instant();
        var made = new ArrayList<SigningKey>();
        for (var algorithm : maker.algorithms()) {
            made.add(maker.make(algorithm, now, now));
        }
        keep(made, keys.all(), "stolen", actor, origin);
        return made;
    }

    private void keep(
            List<SigningKey> made,
            List<SigningKey> gone,
            String why,
            @Nullable UserId actor,
            Origin origin) {
        transactions.writing(() -> {
            gone.forEach(key -> keys.delete(key.id()));
            made.forEach(keys::insert);
            audit.record(AuditEvent.Kind.KEY_ROTATED, actor, null, null, origin, why);
        });
        maker.reload();
    }
}
