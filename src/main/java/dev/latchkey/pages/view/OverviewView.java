package dev.latchkey.pages.view;

import java.util.List;

/**
 * How much happened lately.
 *
 * @param month the last 30 days, not the last 24 hours
 */
public record OverviewView(boolean month, List<ChartView> charts) {}
