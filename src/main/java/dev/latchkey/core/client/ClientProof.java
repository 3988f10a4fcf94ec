package dev.latchkey.core.client;

/** How a client proves who it is (OpenID Connect Core 1.0, section 9). The names are stored. */
public enum ClientProof {
    /** Not at all: a public client, for which PKCE speaks. */
    NONE,
    /** By a secret, in the header or in the form. */
    SECRET,
    /** By an assertion under a key of its own ({@code private_key_jwt}). */
    PRIVATE_KEY
}
