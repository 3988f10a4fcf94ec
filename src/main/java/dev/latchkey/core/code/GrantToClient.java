package dev.latchkey.core.code;

import dev.latchkey.core.Ids;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.client.Client;
import dev.latchkey.core.client.GrantType;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/** A client gets a token for itself (RFC 6749, section 4.4): never a refresh token. */
public final class GrantToClient {
    private final ClientGrants grants;
    private final ClientTokenWriter writer;
    private final Transactions transactions;
    private final Clock clock;
    private final Ids ids;

    public GrantToClient(
            ClientGrants grants,
            ClientTokenWriter writer,
            Transactions transactions,
            Clock clock,
            Ids ids) {
        this.grants = grants;
        this.writer = writer;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Refuses with NotAllowed when the client is not registered for it, and with InvalidInput for a
     * scope that is not its own.
     *
     * @param wanted scopes, or null for all of the client's own
     */
    public ClientTokens run(Client client, @Nullable String wanted) {
        if (!client.mayUse(GrantType.CLIENT_CREDENTIALS)) {
            throw new Refused(new Refusal.NotAllowed());
        }
        var scope = scope(client, wanted);
        var now = clock.instant();
        var grant =
                new ClientGrant(
                        new GrantId(ids.next()),
                        client.id(),
                        null,
                        null,
                        false,
                        scope,
                        "",
                        null,
                        null,
                        "",
                        now,
                        now.plus(writer.lifetime()),
                        null);
        transactions.writing(() -> grants.insert(grant, null));
        return writer.write(grant, client, null, scope, null);
    }

    private static String scope(Client client, @Nullable String wanted) {
        var own = client.ownScopes().stream().sorted().toList();
        if (wanted == null || wanted.isBlank()) {
            return String.join(" ", own);
        }
        var some = List.of(wanted.strip().split(" +"));
        if (!own.containsAll(some)) {
            throw new Refused(Refusal.InvalidInput.of("scope", "is not the client's own"));
        }
        return own.stream().filter(some::contains).collect(Collectors.joining(" "));
    }
}
