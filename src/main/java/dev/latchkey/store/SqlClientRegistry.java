package dev.latchkey.store;

import dev.latchkey.core.client.ClientProof;
import dev.latchkey.core.client.ClientRegistry;
import dev.latchkey.core.client.ClientSettings;
import dev.latchkey.core.client.GrantType;
import dev.latchkey.core.client.IdTokenAlgorithm;
import dev.latchkey.core.client.RegisteredClient;
import dev.latchkey.core.token.TokenHash;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Registered clients in SQL. Lists are words in one column: no URI and no scope holds a blank. */
record SqlClientRegistry(Sql sql) implements ClientRegistry {
    private static final Row.Reader<RegisteredClient> CLIENT = SqlClientRegistry::client;

    @Override
    public boolean insert(RegisteredClient client) {
        var insert =
                sql.statement(
                        """
                        INSERT INTO clients (id, name, proof, secret_hash, jwks,
                                             id_token_algorithm, redirect_uris, post_logout_uris,
                                             back_channel_logout_uri, grants, audience, scopes,
                                             trusted, resource_server, created_at, updated_at)
                        VALUES (:id, :name, :proof, :secret, :jwks, :algorithm, :redirects, :posts,
                                :back, :grants, :audience, :scopes, :trusted, :resource, :created,
                                :updated)
                        ON CONFLICT (id) DO NOTHING
                        """);
        return bind(insert, client.settings())
                .bind("id", client.id())
                .bind("secret", client.secret())
                .bind("created", client.createdAt())
                .bind("updated", client.updatedAt())
                .executedOne();
    }

    @Override
    public Optional<RegisteredClient> find(String id) {
        return sql.statement("SELECT * FROM clients WHERE id = :id").bind("id", id).find(CLIENT);
    }

    @Override
    public List<RegisteredClient> all() {
        return sql.statement("SELECT * FROM clients ORDER BY name, id").list(CLIENT);
    }

    @Override
    public boolean change(
            String id, ClientSettings settings, @Nullable TokenHash secret, Instant at) {
        var update =
                sql.statement(
                        """
                        UPDATE clients
                           SET name = :name, proof = :proof, secret_hash = :secret, jwks = :jwks,
                               id_token_algorithm = :algorithm, redirect_uris = :redirects,
                               post_logout_uris = :posts, back_channel_logout_uri = :back,
                               grants = :grants, audience = :audience, scopes = :scopes,
                               trusted = :trusted, resource_server = :resource,
                               updated_at = :updated
                         WHERE id = :id
                        """);
        return bind(update, settings)
                .bind("id", id)
                .bind("secret", secret)
                .bind("updated", at)
                .executedOne();
    }

    @Override
    public boolean delete(String id) {
        return sql.statement("DELETE FROM clients WHERE id = :id").bind("id", id).executedOne();
    }

    private static Statement bind(Statement statement, ClientSettings settings) {
        return statement
                .bind("name", settings.name())
                .bind("proof", settings.proof())
                .bind("jwks", settings.jwks())
                .bind("algorithm", settings.idTokenAlgorithm())
                .bind("redirects", String.join(" ", settings.redirectUris()))
                .bind("posts", String.join(" ", settings.postLogoutUris()))
                .bind("back", settings.backChannelLogoutUri())
                .bind("grants", Words.of(settings.grants().stream().map(GrantType::name)))
                .bind("audience", settings.audience())
                .bind("scopes", Words.of(settings.scopes().stream()))
                .bind("trusted", settings.trusted())
                .bind("resource", settings.resourceServer());
    }

    private static RegisteredClient client(Row row) throws SQLException {
        var secret = row.bytesOrNull("secret_hash");
        return new RegisteredClient(
                row.text("id"),
                settings(row),
                secret == null ? null : TokenHash.of(secret),
                row.time("created_at"),
                row.time("updated_at"));
    }

    private static ClientSettings settings(Row row) throws SQLException {
        return new ClientSettings(
                row.text("name"),
                ClientProof.valueOf(row.text("proof")),
                row.textOrNull("jwks"),
                IdTokenAlgorithm.valueOf(row.text("id_token_algorithm")),
                Words.in(row.text("redirect_uris")),
                Words.in(row.text("post_logout_uris")),
                row.textOrNull("back_channel_logout_uri"),
                Words.in(row.text("grants")).stream()
                        .map(GrantType::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                row.textOrNull("audience"),
                Words.setIn(row.text("scopes")),
                row.flag("trusted"),
                row.flag("resource_server"));
    }
}
