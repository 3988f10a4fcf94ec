package dev.latchkey.pages;

import dev.latchkey.http.Route;

import java.util.List;

/**
 * Some pages that belong together. To add one: implement this, give it to {@link PagesApi}, write
 * what it says into {@code words/<language>/<words>.properties}, in every language.
 */
public interface Section {
    /** The entries it has in the menus; none for pages that are not within the account. */
    List<Tab> tabs();

    /** Names of its own files of sentences; none when it needs only what is there. */
    List<String> words();

    List<Route> routes(Desk desk);
}
