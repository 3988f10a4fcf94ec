package dev.latchkey.pages;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;

import dev.latchkey.http.Route;
import dev.latchkey.testkit.Visitor;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Where a browser was.
 *
 * @param looked paths of the pages at which somebody stopped
 * @param passed paths that sent the browser on
 */
record Trail(Set<String> looked, Set<String> passed) {

    Trail() {
        this(new TreeSet<>(), new TreeSet<>());
    }

    /** Notes from now on where the browser is sent on. */
    void follow(Page page) {
        page.onResponse(response -> {
            if (isSentOn(response)) {
                passed.add(pathOf(response.url()));
            }
        });
    }

    void look(Page page) {
        looked.add(pathOf(page.url()));
    }

    private static boolean isSentOn(Response response) {
        return response.request().isNavigationRequest() && response.status() / 100 == 3;
    }

    private static String pathOf(String url) {
        return URI.create(url).getPath();
    }

    /** The addresses that show a page, or send somebody on, and that nobody was at. */
    List<String> forgotten(List<Route> routes, Visitor anybody) {
        return routes.stream()
                .filter(route -> route.method().equals("GET"))
                .map(Route::pattern)
                .filter(pattern -> looked.stream().noneMatch(isAt(pattern)))
                .filter(pattern -> isShown(pattern, anybody))
                .toList();
    }

    /** Not a stylesheet, a picture, or an answer for programs. */
    private boolean isShown(String pattern, Visitor anybody) {
        var answer = anybody.get(pattern.replaceAll("\\{[^}]*}", "1"));
        var type = Objects.requireNonNullElse(answer.header("Content-Type"), "");
        var sendsOn = answer.status() / 100 == 3 && passed.stream().noneMatch(isAt(pattern));
        return type.startsWith("text/html") && !isErrorOfWhatSendsOn(pattern, answer.status())
                || sendsOn;
    }

    /**
     * An address that only sends on shows no page but its errors, which are looked at elsewhere.
     */
    private boolean isErrorOfWhatSendsOn(String pattern, int status) {
        return status >= 400 && passed.stream().anyMatch(isAt(pattern));
    }

    private static Predicate<String> isAt(String pattern) {
        var regex = pattern.replaceAll("\\{[^}]*}", "[^/]+");
        return path -> path.matches(regex);
    }
}
