package dev.latchkey.core.federation;

import dev.latchkey.core.account.Accounts;
import dev.latchkey.core.account.LoginName;
import dev.latchkey.core.account.UserNames;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * The user name that somebody brings from a provider, when it is a name and nobody has it here.
 * They get by without one, so it never stands in the way of a sign-in.
 */
record FreeUserNames(Accounts accounts) {

    @Nullable String free(@Nullable String wish) {
        return Optional.ofNullable(wish)
                .map(String::strip)
                .flatMap(UserNames::parse)
                .filter(name -> accounts.findForSignIn(LoginName.of(name)).isEmpty())
                .orElse(null);
    }
}
