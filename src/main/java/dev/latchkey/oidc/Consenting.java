package dev.latchkey.oidc;

import dev.latchkey.core.client.Client;
import dev.latchkey.core.client.ConsentQuestion;
import dev.latchkey.core.client.GiveConsent;
import dev.latchkey.core.session.Session;
import dev.latchkey.core.signin.Onward;
import dev.latchkey.core.signin.PageStep;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether somebody has to be asked before a client is told anything, and what. */
record Consenting(GiveConsent consents, PageStep steps) {

    /**
     * {@code prompt=consent} wants an answer to this very request: one that was given since it
     * came.
     */
    boolean isNeeded(Asked asked, Client client, Session session) {
        return !client.trusted()
                && !consents.isGiven(
                        session.user(),
                        client.id(),
                        items(asked),
                        asked.wish().consent() ? asked.at() : null);
    }

    /** The page that asks, and leads back to where the answer is acted on. */
    String page(Asked asked, Session session, Onward onward) {
        var question =
                new ConsentQuestion(session.user(), asked.code().clientId(), items(asked), onward);
        return "/auth/consent?step=" + question.seal(steps);
    }

    private static Set<String> items(Asked asked) {
        return Stream.concat(
                        Scopes.of(asked.code().scope()).stream(),
                        RequestedClaims.all(asked.code().claims()).stream()
                                .map(ConsentQuestion.CLAIM::concat))
                .collect(Collectors.toUnmodifiableSet());
    }
}
