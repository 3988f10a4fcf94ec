package dev.latchkey.door;

import dev.latchkey.core.federation.BeginSignIn;
import dev.latchkey.http.Call;

import java.util.Arrays;
import java.util.List;

/**
 * The cookies of sign-ins that a browser has begun. Every one that is never finished stays until
 * its time is over; too many of them would not fit into a request's header any more.
 */
final class StepCookies {
    /** A good dozen of the usual size, far below the 16 KiB of a header block. */
    private static final int MOST_CHARS = 6000;

    private StepCookies() {}

    /** None, as long as they are few; then all of them. */
    static List<String> toClear(Call call) {
        var cookies =
                call.headers("Cookie").stream()
                        .flatMap(header -> Arrays.stream(header.split(";")))
                        .map(String::strip)
                        .filter(cookie -> cookie.startsWith(BeginSignIn.COOKIE_PREFIX))
                        .toList();
        var chars = cookies.stream().mapToInt(String::length).sum();
        return chars < MOST_CHARS ? List.of() : cookies.stream().map(StepCookies::name).toList();
    }

    /** Without anything that could end a header or a cookie's name. */
    private static String name(String cookie) {
        var name = cookie.split("=", 2)[0];
        return BeginSignIn.cookieName(name.substring(BeginSignIn.COOKIE_PREFIX.length()));
    }
}
