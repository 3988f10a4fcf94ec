package dev.latchkey.dialect.semaphore;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.latchkey.core.token.ApiToken;
import dev.latchkey.core.token.CreateApiToken;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * {@code APIToken}.
 *
 * @param id the whole token when it was just made, else its first characters
 * @param created RFC 3339 in whole seconds
 * @param userId the user's number, at least 1
 */
record TokenAnswer(
        String id, String created, boolean expired, @JsonProperty("user_id") long userId) {

    static TokenAnswer whole(CreateApiToken.Created created, long userNumber) {
        return of(created.secret().text(), created.token(), false, userNumber);
    }

    static TokenAnswer listed(ApiToken token, long userNumber, Instant now) {
        return of(token.shown(), token, !token.isLive(now), userNumber);
    }

    private static TokenAnswer of(String id, ApiToken token, boolean expired, long userNumber) {
        return new TokenAnswer(
                id,
                token.createdAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                expired,
                userNumber);
    }
}
