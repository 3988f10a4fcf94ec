package dev.latchkey.dialect.nap;

import dev.latchkey.core.token.TokenHash;

import java.util.Collection;
import java.util.List;

/**
 * What a deployment decides about this API.
 *
 * @param apiKeys keys of which every request has to show one; none: the header is ignored
 * @param verifyEmailAlwaysOk whether a new verification mail can be asked for without learning who
 *     has an account
 */
public record NapSettings(List<TokenHash> apiKeys, boolean verifyEmailAlwaysOk) {
    public NapSettings {
        apiKeys = List.copyOf(apiKeys);
    }

    public static NapSettings of(Collection<String> apiKeys, boolean verifyEmailAlwaysOk) {
        return new NapSettings(apiKeys.stream().map(TokenHash::of).toList(), verifyEmailAlwaysOk);
    }
}
