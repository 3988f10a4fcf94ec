package dev.latchkey.pages;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.CreateUser;
import dev.latchkey.http.Route;
import dev.latchkey.testkit.TestServer;

import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * An administrator opens every address of the administration that needs nothing but itself. Pages
 * about one thing are walked by name.
 */
record AdminWalk(Steps steps) {
    static final String EMAIL = "root@example.org";

    AdminWalk(TestServer server, Page page, BiConsumer<Page, String> stop) {
        this(new Steps(server, page, stop));
    }

    void run() {
        administrator(steps.server());
        steps.signIn(EMAIL, TestServer.PASSWORD);
        pages(steps.server(), steps.page())
                .filter(path -> path.startsWith("/admin"))
                .forEach(this::open);
    }

    static void administrator(TestServer server) {
        server.core()
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
    }

    /** The addresses that show a page to who is signed in, and need nothing but themselves. */
    static Stream<String> pages(TestServer server, Page page) {
        return server.app().routes().stream()
                .filter(route -> route.method().equals("GET"))
                .map(Route::pattern)
                .filter(path -> path.indexOf('{') < 0)
                .filter(path -> isPage(page.request().get(server.url() + path)));
    }

    private static boolean isPage(APIResponse answer) {
        return answer.ok()
                && answer.headers().getOrDefault("content-type", "").startsWith("text/html");
    }

    private void open(String path) {
        steps.go(path);
        steps.stop().accept(steps.page(), path.substring(1).replace('/', '-'));
    }
}
