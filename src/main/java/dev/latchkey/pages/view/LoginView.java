package dev.latchkey.pages.view;

import java.util.List;

/**
 * The sign-in form.
 *
 * @param csrf the form's token
 * @param step where to go afterwards, sealed, or empty
 * @param email the name as it was typed
 * @param again somebody who is signed in has to prove that it is still them
 * @param signUpOffered whether strangers may make accounts
 * @param providers other ways in
 */
public record LoginView(
        String csrf,
        String step,
        String email,
        boolean again,
        boolean signUpOffered,
        List<ProviderButton> providers,
        Told told) {}
