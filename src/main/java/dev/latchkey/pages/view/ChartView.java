package dev.latchkey.pages.view;

import java.util.List;

/**
 * Numbers over time, as a picture and as a table.
 *
 * @param id of the picture's title on the page
 * @param sum in words
 * @param width of the picture's own measure; its height is 100
 * @param most what its whole height stands for
 * @param columns what the numbers of a row are
 */
public record ChartView(
        String id,
        String title,
        String sum,
        int width,
        long most,
        List<Bar> bars,
        List<String> columns,
        List<Row> rows) {

    /** A bar: {@code kind} names its style. */
    public record Bar(String kind, int x, double y, int width, double height) {}

    /** What the bars of one time stand for. */
    public record Row(String time, String exact, List<Long> numbers) {}

    public String first() {
        return rows.getFirst().time();
    }

    public String last() {
        return rows.getLast().time();
    }
}
