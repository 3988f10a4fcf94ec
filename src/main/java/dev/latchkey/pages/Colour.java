package dev.latchkey.pages;

/**
 * A colour of sRGB, each part from 0 to 255.
 *
 * <p>Contrast as WCAG 2.2 counts it.
 */
record Colour(int red, int green, int blue) {
    static final Colour BLACK = new Colour(0, 0, 0);
    static final Colour WHITE = new Colour(255, 255, 255);

    /** WCAG 2.2, 1.4.3: what text needs. A little more, since colours are rounded. */
    private static final double READABLE = 4.6;

    private static final double STEP = 0.04;

    /**
     * @param text {@code #} and six hexadecimal digits
     */
    static Colour parse(String text) {
        var bits = Integer.parseInt(text.substring(1), 16);
        return new Colour(bits >> 16 & 255, bits >> 8 & 255, bits & 255);
    }

    /** From 1 to 21. */
    double contrast(Colour other) {
        var brighter = Math.max(luminance(), other.luminance());
        var darker = Math.min(luminance(), other.luminance());
        return (brighter + 0.05) / (darker + 0.05);
    }

    /** This, or the nearest shade towards {@code end} that can be read on the ground. */
    Colour readableOn(Colour ground, Colour end) {
        for (double share = 0; share < 1; share += STEP) {
            var shade = mix(end, share);
            if (shade.contrast(ground) >= READABLE) {
                return shade;
            }
        }
        return end;
    }

    Colour mix(Colour other, double share) {
        return new Colour(
                between(red, other.red, share),
                between(green, other.green, share),
                between(blue, other.blue, share));
    }

    private static int between(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int part) {
        var share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** As CSS writes it. */
    @Override
    public String toString() {
        return "#%02x%02x%02x".formatted(red, green, blue);
    }
}
