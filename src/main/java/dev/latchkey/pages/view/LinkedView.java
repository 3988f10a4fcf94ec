package dev.latchkey.pages.view;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The sign-in servers of an account.
 *
 * @param csrf the forms' token
 * @param done what was done just now, or null
 * @param problem why the last try did not work, or null
 * @param others those that can be linked
 */
public record LinkedView(
        String csrf,
        @Nullable String done,
        @Nullable String problem,
        List<Linked> linked,
        List<ProviderButton> others) {

    /**
     * @param since a day, as text
     * @param name the provider's name, or its issuer when it is configured no more
     * @param logo where its picture is, or null
     */
    public record Linked(
            String issuer, String subject, String name, @Nullable String logo, String since) {}
}
