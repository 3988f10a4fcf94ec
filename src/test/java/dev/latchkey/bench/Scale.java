package dev.latchkey.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The same server with many users and with few, in turn. */
final class Scale {
    /** Times a round: until the code of either server is compiled. */
    private static final int WARM_UP = 10;

    /** A figure of one server. */
    private interface Figure {
        double perSecond(ScaleSide side, int seconds)
                throws IOException, InterruptedException, SQLException;
    }

    private final int few;
    private final int many;
    private final int rounds;
    private final int seconds;

    Scale(int many, int rounds, int seconds) {
        this.few = Math.min(10_000, many / 2);
        this.many = many;
        this.rounds = rounds;
        this.seconds = seconds;
    }

    /** Rows of a Markdown table. */
    List<String> onSqlite() throws IOException, InterruptedException {
        return ScaleStores.onSqlite(few, many, this::compare);
    }

    /** Rows of a Markdown table. */
    List<String> onPostgres() throws IOException, InterruptedException {
        return ScaleStores.onPostgres(few, many, this::compare);
    }

    /** Where the time of a server with many users goes: flame graphs. */
    List<String> flames() throws IOException, InterruptedException {
        return ScaleStores.onSqlite(
                few,
                many,
                stores -> {
                    flame("scale-check", stores, ScaleSide::firstChecks);
                    flame("scale-refresh", stores, ScaleSide::refreshes);
                    flame("scale-sign-in", stores, ScaleSide::signIns);
                    return List.of(Flame.ROW);
                });
    }

    private void flame(String name, ScaleStores stores, Figure figure)
            throws IOException, InterruptedException {
        var flame = Flame.of(name);
        try (var side = ScaleSide.start(stores.more(), 1, flame.settings(Flame.MILLIS))) {
            perSecond(figure, side, 2 * seconds);
            perSecond(figure, side, seconds);
        }
        flame.drawTime(Flame.last(seconds));
    }

    private List<String> compare(ScaleStores stores) throws IOException, InterruptedException {
        List<String> rows = new ArrayList<>();
        var engine = stores.engine();
        try (var small = ScaleSide.start(stores.less(), 1, Map.of());
                var large = ScaleSide.start(stores.more(), 1, Map.of())) {
            rows.add(row("check, first sight, " + engine, small, large, ScaleSide::firstChecks));
            rows.add(row("check, remembered, " + engine, small, large, ScaleSide::furtherChecks));
            rows.add(row("refresh, " + engine, small, large, ScaleSide::refreshes));
            rows.add(row("sign-in, cheapest hash, " + engine, small, large, ScaleSide::signIns));
        }
        try (var small = ScaleSide.start(stores.less(), 0, Map.of());
                var large = ScaleSide.start(stores.more(), 0, Map.of())) {
            rows.add(row("sign-in, " + engine, small, large, ScaleSide::signIns));
        }
        return rows;
    }

    private String row(String name, ScaleSide small, ScaleSide large, Figure figure)
            throws IOException, InterruptedException {
        var here = new Series();
        var there = new Series();
        perSecond(figure, small, warmUp() * seconds);
        perSecond(figure, large, warmUp() * seconds);
        for (int i = 0; i < rounds; i++) {
            there.add(perSecond(figure, small, seconds));
            here.add(perSecond(figure, large, seconds));
        }
        return "| %s: %,d users against %,d | %s | %s | %s | |"
                .formatted(
                        name,
                        many,
                        few,
                        here.told("%.0f"),
                        there.told("%.0f"),
                        here.over(there).told("%.2f"));
    }

    private static double perSecond(Figure figure, ScaleSide side, int seconds)
            throws IOException, InterruptedException {
        try {
            return figure.perSecond(side, seconds);
        } catch (SQLException e) {
            throw new IOException("the store cannot be measured", e);
        }
    }

    private int warmUp() {
        return many < ScaleStore.KEPT_FROM ? 1 : WARM_UP;
    }
}
