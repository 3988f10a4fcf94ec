package dev.latchkey.pages;

import dev.latchkey.pages.view.NewAccountView;
import dev.latchkey.pages.view.ProviderButton;
import dev.latchkey.pages.view.Told;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What was typed into a form that makes an account, except for the password, which is never shown
 * again.
 *
 * @param secret what gives the right to make one, if anything has to
 */
record NewAccount(String step, String secret, String firstName, String lastName, String email) {

    static NewAccount of(Typed typed, String secretField) {
        return new NewAccount(
                typed.get("step"),
                typed.get(secretField),
                typed.get("firstName"),
                typed.get("lastName"),
                typed.get("email"));
    }

    NewAccountView view(
            String csrf, @Nullable String invitedTo, List<ProviderButton> providers, Told told) {
        return new NewAccountView(
                csrf, step, secret, invitedTo, firstName, lastName, email, providers, told);
    }
}
