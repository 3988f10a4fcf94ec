package dev.latchkey.core.client;

/**
 * What a client's ID tokens are signed with: RS256, which all of them know, unless it asked for
 * another. The names are stored.
 */
public enum IdTokenAlgorithm {
    RS256,
    ES256
}
