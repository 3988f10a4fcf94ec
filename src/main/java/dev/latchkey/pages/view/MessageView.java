package dev.latchkey.pages.view;

import java.util.List;

/**
 * Something that is said, and the ways on.
 *
 * @param good whether it is good news
 */
public record MessageView(String title, String text, boolean good, List<Link> links) {}
