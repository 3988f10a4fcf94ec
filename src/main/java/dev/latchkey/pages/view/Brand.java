package dev.latchkey.pages.view;

/**
 * Whose pages these are.
 *
 * @param name the product's or company's
 * @param logo where the picture beside it is
 */
public record Brand(String name, String logo) {}
