package dev.latchkey.pages;

import dev.latchkey.core.token.CreateApiToken;
import dev.latchkey.core.token.ListApiTokens;
import dev.latchkey.core.token.RenameApiToken;
import dev.latchkey.core.token.RevokeApiToken;
import dev.latchkey.http.Route;

import java.util.List;

/** {@code /account/tokens}. */
public record TokensSection(
        ListApiTokens list, CreateApiToken create, RenameApiToken rename, RevokeApiToken revoke)
        implements Section {

    @Override
    public List<Tab> tabs() {
        return List.of(Tab.TOKENS);
    }

    @Override
    public List<String> words() {
        return List.of();
    }

    @Override
    public List<Route> routes(Desk desk) {
        return new TokensPage(desk, list, create, rename, revoke).routes();
    }
}
