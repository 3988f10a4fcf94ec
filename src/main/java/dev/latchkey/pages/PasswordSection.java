package dev.latchkey.pages;

import dev.latchkey.core.account.ChangePassword;
import dev.latchkey.http.Route;

import java.util.List;

/** {@code /account/password}. */
public record PasswordSection(ChangePassword changePassword) implements Section {

    @Override
    public List<Tab> tabs() {
        return List.of(Tab.PASSWORD);
    }

    @Override
    public List<String> words() {
        return List.of();
    }

    @Override
    public List<Route> routes(Desk desk) {
        return new PasswordPage(desk, changePassword).routes();
    }
}
