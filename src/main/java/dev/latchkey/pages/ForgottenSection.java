package dev.latchkey.pages;

import dev.latchkey.core.account.AskReset;
import dev.latchkey.core.account.ResetPassword;
import dev.latchkey.http.Route;

import java.util.List;
import java.util.stream.Stream;

/** For those who forgot their password. */
public record ForgottenSection(AskReset askReset, ResetPassword resetPassword) implements Section {

    @Override
    public List<Tab> tabs() {
        return List.of();
    }

    @Override
    public List<String> words() {
        return List.of();
    }

    @Override
    public List<Route> routes(Desk desk) {
        return Stream.of(
                        new ForgotPage(desk, askReset).routes(),
                        new ResetPage(desk, resetPassword).routes())
                .flatMap(List::stream)
                .toList();
    }
}
