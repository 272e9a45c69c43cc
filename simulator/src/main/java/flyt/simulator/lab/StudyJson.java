package flyt.simulator.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A study as JSON: minutes, hours a day, per cent; intervals are 95 % confidence, {@code [low, high]}. */
final class StudyJson {

    private final Study study;

    StudyJson(Study study) {
        this.study = study;
    }

    String text() throws JsonProcessingException {
        ObjectNode root = Words.mapper().createObjectNode();
        root.put("team", Words.word(study.team()));
        root.put("runs", study.runs().size());
        root.put("days", study.days());
        root.put("jobs", study.jobs());
        ArrayNode policies = root.putArray("policies");
        for (Study.Result result : study.results()) {
            if (result.name().equals(Study.BOUND)) {
                result(root.putObject(Study.BOUND), result);
            } else {
                ObjectNode policy = policies.addObject();
                policy.put("policy", result.name());
                result(policy, result);
            }
        }
        ArrayNode contributions = root.putArray("contributions");
        for (Contribution contribution : Contribution.of(study)) {
            ObjectNode node = contributions.addObject();
            node.put("change", contribution.change());
            node.put("from", contribution.before().name());
            node.put("to", contribution.after().name());
            saved(node, "median", contribution.saves(Figure.DONE_MEDIAN));
            saved(node, "p90", contribution.saves(Figure.DONE_P90));
            saved(node, "late", contribution.saves(Figure.LATE));
        }
        if (study.relief() != null) {
            root.put("relief", study.relief().sentence());
        }
        return Words.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void result(ObjectNode node, Study.Result result) {
        node.put("meaning", result.meaning());
        ObjectNode done = node.putObject("orderToDone");
        done.put("median", rounded(result.mean(Figure.DONE_MEDIAN)));
        done.put("p90", rounded(result.mean(Figure.DONE_P90)));
        done.put("mean", rounded(result.mean(Figure.DONE_MEAN)));
        interval(done, "interval", result.interval(Figure.DONE_MEDIAN));
        interval(done, "p90Interval", result.interval(Figure.DONE_P90));
        ObjectNode figures = node.putObject("figures");
        for (Figure figure : Figure.values()) {
            Interval value = result.interval(figure);
            if (Double.isFinite(value.mean())) {
                ObjectNode body = figures.putObject(figure.key());
                body.put("label", figure.label);
                body.put("unit", figure.unit);
                body.put("value", rounded(value.mean()));
                interval(body, "interval", value);
            }
        }
    }

    private static void saved(ObjectNode node, String name, Interval interval) {
        ObjectNode saved = node.putObject(name);
        saved.put("saves", rounded(interval.mean()));
        interval(saved, "interval", interval);
    }

    private static void interval(ObjectNode node, String name, Interval interval) {
        if (Double.isFinite(interval.low())) {
            node.putArray(name).add(rounded(interval.low())).add(rounded(interval.high()));
        } else {
            node.putNull(name);
        }
    }

    private static double rounded(double value) {
        return StrictMath.round(value * 100) / 100.0;
    }
}
