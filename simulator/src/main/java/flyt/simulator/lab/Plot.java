package flyt.simulator.lab;

import java.util.List;
import java.util.Locale;

/** Plots as inline SVG; colours come from the page's style, by the classes {@code s0}, {@code s1} … of the trials. */
final class Plot {

    private static final int WIDTH = 720;
    private static final int NAMES = 150;
    private static final int RIGHT = 120;
    private static final int ROW = 30;

    /** A bar with the interval of its value. */
    record Bar(String name, int series, Interval value) {}

    /** A line through points with the same distance from each other on the x-axis. */
    record Line(String name, int series, double[] shares) {}

    private Plot() {}

    /** Bars from left to right, one below the other, with whiskers. */
    static String bars(String title, String unit, List<Bar> bars) {
        double most = bars.stream()
                .mapToDouble(bar -> Double.isNaN(bar.value.high()) ? bar.value.mean() : bar.value.high())
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        double scale = (WIDTH - NAMES - RIGHT) / Math.max(most, 1e-9);
        StringBuilder svg = open(title, bars.size() * ROW + 8);
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double mean = Math.max(0, bar.value.mean());
            int y = i * ROW + 6;
            text(svg, NAMES - 8, y + 14, "end", "", bar.name);
            if (Double.isNaN(bar.value.mean())) {
                text(svg, NAMES, y + 14, "start", "quiet", "none");
                continue;
            }
            append(
                    svg,
                    "<rect class=\"s%d\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"18\"/>",
                    bar.series,
                    NAMES,
                    y,
                    mean * scale);
            double end = NAMES + mean * scale;
            if (Double.isFinite(bar.value.low())) {
                double low = NAMES + Math.max(0, bar.value.low()) * scale;
                double high = NAMES + Math.max(0, bar.value.high()) * scale;
                append(
                        svg,
                        "<path class=\"whisker\" d=\"M%.1f %dH%.1fM%.1f %dv8M%.1f %dv8\"/>",
                        low,
                        y + 9,
                        high,
                        low,
                        y + 5,
                        high,
                        y + 5);
                end = Math.max(end, high);
            }
            text(svg, end + 6, y + 14, "start", "", StudyText.text(bar.value) + " " + unit);
        }
        return svg.append("</svg>").toString();
    }

    /** Shares of 0 to 1 over the minutes from 0 on. */
    static String shares(String title, int minutes, List<Line> lines) {
        int height = 300;
        int left = 50;
        int bottom = 40;
        double across = (double) (WIDTH - left - 20) / minutes;
        double up = height - bottom - 20;
        StringBuilder svg = open(title, height);
        for (int percent = 0; percent <= 100; percent += 25) {
            double y = 20 + up * (1 - percent / 100.0);
            append(svg, "<path class=\"grid\" d=\"M%d %.1fH%d\"/>", left, y, WIDTH - 20);
            text(svg, left - 6, y + 4, "end", "quiet", percent + " %");
        }
        for (int minute = 0; minute <= minutes; minute += 30) {
            double x = left + minute * across;
            append(svg, "<path class=\"grid\" d=\"M%.1f 20v%.1f\"/>", x, up);
            text(svg, x, height - bottom + 18, "middle", "quiet", String.valueOf(minute));
        }
        text(svg, left + (WIDTH - left - 20) / 2.0, height - 4, "middle", "quiet", "minutes from the order to done");
        for (Line line : lines) {
            StringBuilder path = new StringBuilder();
            for (int minute = 0; minute <= minutes; minute++) {
                double share = line.shares[minute];
                append(path, "%s%.1f %.1f", minute == 0 ? "M" : "L", left + minute * across, 20 + up * (1 - share));
            }
            append(
                    svg,
                    "<path class=\"line s%d\" d=\"%s\"><title>%s</title></path>",
                    line.series,
                    path,
                    escape(line.name));
        }
        return svg.append("</svg>").toString();
    }

    private static StringBuilder open(String title, int height) {
        StringBuilder svg = new StringBuilder();
        append(svg, "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">", WIDTH, height, escape(title));
        return svg;
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String kind, String words) {
        append(
                svg,
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                kind,
                x,
                y,
                anchor,
                escape(words));
    }

    static String escape(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static void append(StringBuilder text, String form, Object... values) {
        text.append(String.format(Locale.ROOT, form, values));
    }
}
