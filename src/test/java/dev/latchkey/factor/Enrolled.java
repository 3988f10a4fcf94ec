package dev.latchkey.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.account.User;
import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.MovableClock;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Somebody who has an authenticator app, added through the pages, and the browser they used. */
record Enrolled(User user, Visitor browser, App app, List<String> recoveryCodes) {
    private static final Pattern CODE = Pattern.compile("([A-Z2-7]{4}-){5}[A-Z2-7]{4}");

    static Enrolled at(TestServer server, MovableClock clock, User user) {
        var browser = Visitor.at(server.url());
        var email = user.email().text();
        browser.settle(browser.signIn(browser.get("/auth/login"), email, TestServer.PASSWORD));
        var page = browser.get("/account/security/authenticator");
        var app = App.of(page, clock);
        var done = browser.submit(page, Map.of("code", app.code()));
        assertThat(done.status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(30));
        return new Enrolled(user, browser, app, codes(done));
    }

    static List<String> codes(Answer page) {
        return CODE.matcher(page.text()).results().map(match -> match.group()).toList();
    }

    /** The page that asks for the second factor, in a browser that gave the right password. */
    Answer asked(Visitor visitor) {
        var answer =
                visitor.signIn(
                        visitor.get("/auth/login"), user.email().text(), TestServer.PASSWORD);
        assertThat(answer.status()).isEqualTo(303);
        return visitor.settle(answer);
    }
}
