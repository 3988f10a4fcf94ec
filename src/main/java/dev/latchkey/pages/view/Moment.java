package dev.latchkey.pages.view;

/**
 * A time.
 *
 * @param exact for programs
 * @param words for people
 */
public record Moment(String exact, String words) {}
