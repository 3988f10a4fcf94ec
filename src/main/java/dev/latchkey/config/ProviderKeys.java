package dev.latchkey.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The settings of one provider; in the table they stand with a star for its id. */
record ProviderKeys(
        Key<String> id,
        Key<Kind> kind,
        Key<String> name,
        Key<String> issuer,
        Key<String> clientId,
        Key.Hidden<SecretText> clientSecret,
        Key<ProviderConfig.ClientAuth> clientAuth,
        Key<List<String>> scopes,
        Key<Map<ProviderConfig.Claim, String>> claims,
        Key<URI> authorization,
        Key<URI> token,
        Key<URI> jwks,
        Key<URI> userInfo,
        Key<URI> emails,
        Key<String> color,
        Key<String> icon,
        Key<Path> logo,
        Key<Integer> order) {

    /** How it is spoken to. */
    enum Kind {
        OPENID,
        OAUTH2
    }

    private static final String ANY = "providers.*.";

    ProviderKeys(Table table) {
        this(
                table.optional(
                        ANY + "id",
                        Kinds.providerId(),
                        "Names the provider in addresses: its callbacks end in it, so it stays. In"
                                + " the environment it is a part of each variable's name."),
                table.key(
                        ANY + "kind",
                        Kinds.choice(Kind.class),
                        "openid",
                        "openid for OpenID Connect; oauth2 for servers that have only an address"
                                + " that tells who somebody is, as GitHub does."),
                table.optional(
                        ANY + "name",
                        Kinds.line(60).like("Keycloak"),
                        "What the button says. Without it, the id."),
                table.optional(
                        ANY + "issuer",
                        NetKinds.issuer(),
                        "Who the provider says it is, to the last slash; its description is found"
                                + " below it. Accounts are linked to it. For oauth2 it may be left"
                                + " out: then it is the authorization endpoint's origin."),
                table.optional(ANY + "client-id", Kinds.line(255), "Who this server is there."),
                table.hidden(
                        ANY + "client-secret",
                        Kinds.secret(),
                        "The secret that goes with it. Without one, this server is a public client"
                                + " there."),
                table.optional(
                        ANY + "client-auth",
                        Kinds.choice(ProviderConfig.ClientAuth.class),
                        "How the secret is sent: basic in a header, post in the body. Without it,"
                                + " as the provider's description says; for oauth2, post."),
                table.optional(
                        ANY + "scopes",
                        Kinds.scope().list(),
                        "What is asked for. Without it: openid, email, profile for openid, nothing"
                                + " for oauth2."),
                table.optional(
                        ANY + "claims",
                        Kinds.pairs(Kinds.choice(ProviderConfig.Claim.class), Kinds.line(100)),
                        "What the provider calls what we look for, where it is not the usual:"
                                + " subject (sub; oauth2: id), email, email-verified"
                                + " (email_verified), name, given-name (given_name), family-name"
                                + " (family_name), user-name (preferred_username; oauth2: login)."),
                table.optional(
                        ANY + "authorization-endpoint",
                        NetKinds.outside().like("https://github.com/login/oauth/authorize"),
                        "Where browsers are sent. openid: only for a provider without a"
                                + " description; then the token endpoint and jwks-uri too."),
                table.optional(
                        ANY + "token-endpoint",
                        NetKinds.outside().like("https://github.com/login/oauth/access_token"),
                        "Where codes are redeemed."),
                table.optional(
                        ANY + "jwks-uri",
                        NetKinds.outside().like("https://idp.example.com/jwks"),
                        "Where an openid provider's keys are."),
                table.optional(
                        ANY + "userinfo-endpoint",
                        NetKinds.outside().like("https://api.github.com/user"),
                        "What tells who a token is of."),
                table.optional(
                        ANY + "emails-endpoint",
                        NetKinds.outside().like("https://api.github.com/user/emails"),
                        "oauth2: what lists the email addresses, each with primary and verified, as"
                                + " GitHub does."),
                table.optional(
                        ANY + "color",
                        Kinds.color(),
                        "The colour of its button, also told to Semaphore's clients."),
                table.optional(
                        ANY + "icon",
                        Kinds.word(40).like("key"),
                        "An image by the name that Semaphore's clients know it by."),
                table.optional(
                        ANY + "logo",
                        Kinds.path().like("./keycloak.svg"),
                        "The picture on its button: an SVG, PNG, JPEG or WebP file of at most 256"
                                + " KiB, served by this server itself. It is shown 20 pixels high,"
                                + " on light and dark."),
                table.key(
                        ANY + "order",
                        Kinds.number(0, 9999).like("10"),
                        "100",
                        "Where its button stands: small numbers first, equal ones as they are"
                                + " written."));
    }

    /** The same for one provider. */
    ProviderKeys of(String provider) {
        return new ProviderKeys(
                id.at(provider),
                kind.at(provider),
                name.at(provider),
                issuer.at(provider),
                clientId.at(provider),
                clientSecret.at(provider),
                clientAuth.at(provider),
                scopes.at(provider),
                claims.at(provider),
                authorization.at(provider),
                token.at(provider),
                jwks.at(provider),
                userInfo.at(provider),
                emails.at(provider),
                color.at(provider),
                icon.at(provider),
                logo.at(provider),
                order.at(provider));
    }
}
