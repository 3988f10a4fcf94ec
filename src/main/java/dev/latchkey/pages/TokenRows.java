package dev.latchkey.pages;

import dev.latchkey.core.token.ApiToken;
import dev.latchkey.pages.view.Text;
import dev.latchkey.pages.view.TokensView;

/** API tokens in words. */
public record TokenRows(Moments moments) {

    public TokensView.Row of(ApiToken token, Text text) {
        return new TokensView.Row(
                token.id().toString(),
                token.name(),
                token.shown(),
                moments.past(token.createdAt(), text),
                token.lastUsedAt() == null ? null : moments.past(token.lastUsedAt(), text),
                token.expiresAt() == null ? null : moments.date(token.expiresAt(), text));
    }
}
