package dev.latchkey.pages.view;

/**
 * A QR code.
 *
 * @param size squares on each side, with the margin
 * @param path the dark squares (SVG path data)
 */
public record QrView(int size, String path) {}
