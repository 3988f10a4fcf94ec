package dev.latchkey.pages;

import com.microsoft.playwright.Page;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.CreateUser;
import dev.latchkey.http.Route;
import dev.latchkey.testkit.TestServer;

import java.util.function.BiConsumer;

/**
 * An administrator opens every address of the administration that needs nothing but itself, in both
 * languages. Pages about one thing are walked by name.
 */
record AdminWalk(Steps steps) {
    private static final String EMAIL = "root@example.org";

    AdminWalk(TestServer server, Page page, BiConsumer<Page, String> stop) {
        this(new Steps(server, page, stop));
    }

    void run() {
        steps.server()
                .core()
                .createUser
                .run(
                        new CreateUser.Command(
                                EMAIL,
                                null,
                                TestServer.PASSWORD,
                                "Root",
                                "",
                                true,
                                true,
                                null,
                                Origin.local("test")));
        steps.signIn(EMAIL, TestServer.PASSWORD);
        steps.server().app().routes().stream()
                .filter(route -> route.method().equals("GET"))
                .map(Route::pattern)
                .filter(path -> path.startsWith("/admin") && path.indexOf('{') < 0)
                .filter(this::isPage)
                .forEach(this::open);
        steps.go("/?ui_locales=en");
    }

    private boolean isPage(String path) {
        var answer = steps.page().request().get(steps.server().url() + path);
        return answer.headers().getOrDefault("content-type", "").startsWith("text/html");
    }

    private void open(String path) {
        for (var language : new String[] {"en", "de"}) {
            steps.go(path + "?ui_locales=" + language);
            steps.stop().accept(steps.page(), path.substring(1).replace('/', '-') + "-" + language);
        }
    }
}
