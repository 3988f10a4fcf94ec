package dev.latchkey.core.client;

import dev.latchkey.core.Transactions;
import dev.latchkey.core.key.OneTimes;
import dev.latchkey.core.memory.Remembered;
import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;

import org.jspecify.annotations.Nullable;

import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;

/**
 * Finds out which client is speaking. Each proves itself in the one way it is registered for: a
 * client with a key is never let in by a secret, nor one with a secret by its name.
 */
public final class AuthenticateClient {
    private final Clients clients;
    private final Remembered<String, RegisteredClient> remembered;
    private final ClientKeys keys;
    private final OneTimes oneTimes;
    private final Transactions transactions;
    private final Clock clock;

    public AuthenticateClient(
            Clients clients,
            Remembered<String, RegisteredClient> remembered,
            ClientKeys keys,
            OneTimes oneTimes,
            Transactions transactions,
            Clock clock) {
        this.clients = clients;
        this.remembered = remembered;
        this.keys = keys;
        this.oneTimes = oneTimes;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Nothing when it is unknown or did not prove itself; nobody can tell which. */
    public Optional<Client> run(Presented presented) {
        return switch (presented) {
            case Presented.NameOnly(var id) ->
                    clients.find(id).filter(AuthenticateClient::isPublic);
            case Presented.WithSecret(var id, var secret) ->
                    registered(id).filter(client -> hasSecret(client, secret)).map(c -> c);
            case Presented.WithAssertion given -> byAssertion(given);
        };
    }

    /** From memory; null when the store has to be asked. Never waits. */
    public @Nullable RegisteredClient known(Presented.WithSecret presented) {
        var client = remembered.known(presented.clientId());
        return client != null && hasSecret(client, presented.secret()) ? client : null;
    }

    private static boolean isPublic(Client client) {
        return switch (client) {
            case FirstPartyClient door -> door.needsPkce();
            case RegisteredClient registered -> registered.isPublic();
        };
    }

    private Optional<RegisteredClient> registered(String id) {
        var known = remembered.known(id);
        return known != null ? Optional.of(known) : remembered.find(id, () -> look(id));
    }

    private Optional<RegisteredClient> look(String id) {
        return clients.find(id)
                .flatMap(client ->
                        client instanceof RegisteredClient registered
                                ? Optional.of(registered)
                                : Optional.empty());
    }

    private static boolean hasSecret(RegisteredClient client, String given) {
        var kept = client.secret();
        return client.settings().proof() == ClientProof.SECRET
                && kept != null
                && Secret.parse(SecretKind.CLIENT_SECRET, given)
                        .filter(secret ->
                                MessageDigest.isEqual(secret.hash().bytes(), kept.bytes()))
                        .isPresent();
    }

    private Optional<Client> byAssertion(Presented.WithAssertion given) {
        return keys.claimedClient(given.assertion())
                .filter(id -> given.clientId() == null || given.clientId().equals(id))
                .flatMap(this::registered)
                .filter(client -> isSigned(client, given))
                .map(client -> client);
    }

    /** An assertion is used up, so that whoever overhears one has nothing. */
    private boolean isSigned(RegisteredClient client, Presented.WithAssertion given) {
        var jwks = client.settings().jwks();
        if (client.settings().proof() != ClientProof.PRIVATE_KEY || jwks == null) {
            return false;
        }
        return keys.verify(given.assertion(), client.id(), jwks, given.audiences(), clock.instant())
                .filter(good ->
                        transactions.write(() -> oneTimes.claim(good.id(), good.expiresAt())))
                .isPresent();
    }
}
