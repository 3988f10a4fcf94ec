package dev.latchkey.door;

import dev.latchkey.http.Reply;

/**
 * A page for people that says what went wrong, for doors that a browser comes through but that have
 * no pages of their own.
 */
@FunctionalInterface
public interface ErrorPage {

    /**
     * @param text one or two sentences, not yet escaped
     */
    Reply of(int status, String title, String text);
}
