package dev.latchkey.pages.view;

import gg.jte.Content;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What stands around every page.
 *
 * @param languages the same page in the other languages
 * @param menu the ways between the pages of somebody's account, or null on every other page
 */
public record Frame(Text text, Brand brand, List<Choice> languages, @Nullable Menu menu) {

    /** Another language. */
    public record Choice(String tag, String name, String href) {}

    /**
     * A menu.
     *
     * @param label what it leads through
     * @param who is signed in
     */
    public record Menu(String label, String who, List<Item> items) {}

    /**
     * A way.
     *
     * @param current it leads to where one is
     */
    public record Item(String href, String text, boolean current) {}

    public String t(String key, Object... values) {
        return text.of(key, values);
    }

    public Content with(String key, Content... pieces) {
        return text.with(key, pieces);
    }

    public String language() {
        return text.language().tag();
    }
}
