package dev.latchkey.store;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.code.GrantId;
import dev.latchkey.core.factor.PasskeyId;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.org.Role;
import dev.latchkey.core.session.SessionId;
import dev.latchkey.core.token.ApiTokenId;
import dev.latchkey.core.token.TokenHash;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/**
 * How the core's values become columns: times as epoch milliseconds, hashes as bytes, identifiers
 * as the engine keeps them.
 *
 * @param ids the engine's form of an identifier
 */
record Values(Function<UUID, Object> ids) {

    @Nullable Object column(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> Text.storable(text);
            case Instant time -> time.toEpochMilli();
            case TokenHash hash -> hash.bytes();
            case UUID id -> ids.apply(id);
            case UserId id -> ids.apply(id.value());
            case OrgId id -> ids.apply(id.value());
            case SessionId id -> id.number();
            case GrantId id -> ids.apply(id.value());
            case ApiTokenId id -> ids.apply(id.value());
            case PasskeyId id -> ids.apply(id.value());
            case Role role -> role.name();
            case Enum<?> constant -> constant.name();
            case Boolean _, Number _, byte[] _ -> value;
            default -> throw new IllegalArgumentException("no column holds a " + value.getClass());
        };
    }
}
