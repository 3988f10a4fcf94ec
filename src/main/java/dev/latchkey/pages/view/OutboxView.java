package dev.latchkey.pages.view;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The messages of a server without SMTP, newest first. */
public record OutboxView(List<Letter> letters) {

    public record Letter(String at, String to, String subject, List<Piece> pieces) {}

    /**
     * A piece of a message's text.
     *
     * @param href where it leads when it is one of our own addresses, else null
     */
    public record Piece(String text, @Nullable String href) {}
}
