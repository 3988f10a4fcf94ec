package dev.latchkey.pages.view;

/** A way on from a page. */
public record Link(String href, String text) {}
