package dev.latchkey.store;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.org.Role;
import dev.latchkey.core.session.SessionId;
import dev.latchkey.core.token.ApiTokenId;
import dev.latchkey.core.token.TokenHash;

import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jspecify.annotations.Nullable;

import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * How the core's values become columns: times as epoch milliseconds, hashes as bytes, identifiers
 * as the engine keeps them.
 *
 * @param uuid the engine's form of an identifier
 */
record Values(Function<UUID, Object> uuid) implements ArgumentFactory.Preparable {
    private static final Argument NOTHING = (position, statement, _) -> statement.setObject(position, null);
    private static final Set<Class<?>> OURS =
            Set.of(
                    String.class,
                    Instant.class,
                    TokenHash.class,
                    UUID.class,
                    UserId.class,
                    OrgId.class,
                    SessionId.class,
                    ApiTokenId.class,
                    Role.class);

    /** JDBI asks prepared factories first; without this its own would bind what they know by themselves. */
    @Override
    public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
        return type instanceof Class<?> plain && isOurs(plain)
                ? Optional.of(value -> build(type, value, config).orElse(NOTHING))
                : Optional.empty();
    }

    private static boolean isOurs(Class<?> type) {
        return OURS.contains(type) || type.isEnum();
    }

    @Override
    public Optional<Argument> build(Type type, @Nullable Object value, ConfigRegistry config) {
        return switch (value) {
            case null -> Optional.empty();
            case String text -> set(Text.storable(text));
            case Instant time -> set(time.toEpochMilli());
            case TokenHash hash -> set(hash.bytes());
            case UUID id -> set(uuid.apply(id));
            case UserId id -> set(uuid.apply(id.value()));
            case OrgId id -> set(uuid.apply(id.value()));
            case SessionId id -> set(uuid.apply(id.value()));
            case ApiTokenId id -> set(uuid.apply(id.value()));
            case Role role -> set(role.name());
            case Enum<?> constant -> set(constant.name());
            default -> Optional.empty();
        };
    }

    private static Optional<Argument> set(Object value) {
        return Optional.of((position, statement, _) -> statement.setObject(position, value));
    }
}
