package dev.latchkey.pages.view;

import java.util.List;

/** Something that is said, and the ways on: the first is what most people want. */
public record MessageView(String title, String text, Tone tone, List<Link> links) {

    /** How it is meant. */
    public enum Tone {
        GOOD,
        PLAIN,
        BAD
    }
}
