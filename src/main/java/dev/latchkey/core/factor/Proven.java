package dev.latchkey.core.factor;

/**
 * A factor that was found good.
 *
 * @param method its words of RFC 8176
 * @param claim uses it up: run inside the transaction of what it is for; refuses with FactorWrong
 *     when somebody else was faster
 */
public record Proven(String method, Runnable claim) {}
