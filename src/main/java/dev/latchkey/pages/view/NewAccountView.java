package dev.latchkey.pages.view;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A form that makes an account: sign-up, or the first administrator's.
 *
 * @param csrf the form's token
 * @param step where to go afterwards, sealed, or empty
 * @param secret the invitation's code or the setup link's token, or empty
 * @param invitedTo the organization somebody was invited to, or null
 * @param providers other ways to an account
 */
public record NewAccountView(
        String csrf,
        String step,
        String secret,
        @Nullable String invitedTo,
        String firstName,
        String lastName,
        String email,
        List<ProviderButton> providers,
        Told told) {}
