package dev.latchkey.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures of one kind from several rounds. */
final class Series {
    private final List<Double> figures = new ArrayList<>();

    void add(double figure) {
        figures.add(figure);
    }

    double median() {
        var sorted = figures.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** Median, and smallest to largest behind it. */
    String told(String format) {
        var sorted = figures.stream().sorted().toList();
        var pattern = format + " (" + format + " to " + format + ")";
        return String.format(Locale.ROOT, pattern, median(), sorted.getFirst(), sorted.getLast());
    }

    /** This series over another, round by round. */
    Series over(Series other) {
        var ratios = new Series();
        for (int i = 0; i < figures.size(); i++) {
            ratios.add(figures.get(i) / other.figures.get(i));
        }
        return ratios;
    }
}
