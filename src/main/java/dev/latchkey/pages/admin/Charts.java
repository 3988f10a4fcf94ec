package dev.latchkey.pages.admin;

import dev.latchkey.core.figure.Figure;
import dev.latchkey.core.figure.ShowFigures.Period;
import dev.latchkey.core.figure.ShowFigures.Step;
import dev.latchkey.pages.view.ChartView;
import dev.latchkey.pages.view.Text;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws figures as bars, one upon the other. */
record Charts(Text text, Period period, List<Step> steps) {
    private static final int STEP = 10;
    private static final int BAR = 8;
    private static final double HEIGHT = 100;

    /** So that one of many is still seen. */
    private static final double LEAST = 1;

    ChartView of(String name, Figure... figures) {
        var all = List.of(figures);
        var most = steps.stream().mapToLong(step -> sum(step, all)).max().orElse(0);
        return new ChartView(
                name,
                text.of("overview." + name),
                text.of("overview." + name + ".sum", told(all)),
                steps.size() * STEP,
                most,
                bars(all, Math.max(1, most)),
                all.stream().map(figure -> text.of("figure." + figure)).toList(),
                steps.stream().map(step -> row(step, all)).toList());
    }

    /** Numbers of events add up; of sessions, the latest number is of interest. */
    private String told(List<Figure> figures) {
        var number =
                figures.contains(Figure.LIVE_SESSIONS)
                        ? steps.getLast().of(Figure.LIVE_SESSIONS)
                        : steps.stream().mapToLong(step -> sum(step, figures)).sum();
        return String.format(text.language().locale(), "%,d", number);
    }

    private static long sum(Step step, List<Figure> figures) {
        return figures.stream().mapToLong(step::of).sum();
    }

    private List<ChartView.Bar> bars(List<Figure> figures, long most) {
        var bars = new ArrayList<ChartView.Bar>();
        for (int i = 0; i < steps.size(); i++) {
            double top = HEIGHT;
            for (var figure : figures) {
                var number = steps.get(i).of(figure);
                if (number > 0) {
                    var height = Math.max(LEAST, number * HEIGHT / most);
                    top = Math.max(0, top - height);
                    bars.add(bar(figure, i, top, height));
                }
            }
        }
        return bars;
    }

    private static ChartView.Bar bar(Figure figure, int step, double top, double height) {
        var kind = figure.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new ChartView.Bar(
                kind, step * STEP + (STEP - BAR) / 2, rounded(top), BAR, rounded(height));
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private ChartView.Row row(Step step, List<Figure> figures) {
        var pattern = period == Period.DAY ? "HH:mm" : "uuuu-MM-dd";
        var words =
                DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                        .withZone(ZoneOffset.UTC)
                        .format(step.begin());
        return new ChartView.Row(
                words, step.begin().toString(), figures.stream().map(step::of).toList());
    }
}
