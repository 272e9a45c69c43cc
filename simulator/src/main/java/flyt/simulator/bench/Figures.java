package flyt.simulator.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;

/** Where figures go: for people as text, for programs as one JSON object a line. */
record Figures(PrintStream out, boolean json) {

    void say(String text) {
        if (!json) {
            out.println(text);
        }
    }

    /** One row: what was measured, how often, the ratio and what it was made of. */
    void row(String what, long samples, Ratio ratio, String ours, String theirs) {
        if (json) {
            ObjectNode row = JsonNodeFactory.instance.objectNode();
            row.put("what", what).put("samples", samples);
            row.put("ratio", ratio.median()).put("least", ratio.least()).put("most", ratio.most());
            out.println(row.put("ours", ours).put("theirs", theirs));
        } else {
            out.printf("  %-34s %-24s %s beside %s, %d samples%n", what, ratio, ours, theirs, samples);
        }
    }

    /** Whether a bound is kept, as far as these numbers can tell. */
    void verdict(Verdict verdict) {
        if (json) {
            ObjectNode row = JsonNodeFactory.instance.objectNode();
            row.put("what", "p99 of all pairs together").put("samples", verdict.samples());
            row.put("ratio", verdict.ratio()).put("low95", verdict.low()).put("high95", verdict.high());
            out.println(row.put("bound", Verdict.BOUND)
                    .put("finding", verdict.finding().name()));
        } else {
            out.println(verdict.words());
        }
    }

    void surroundings(Surroundings surroundings) {
        if (json) {
            out.println(JsonNodeFactory.instance.objectNode().put("surroundings", surroundings.text()));
        } else {
            out.println("  " + surroundings.text());
        }
    }

    /** Why the figures above count for nothing. */
    void isVoid(String why) {
        if (json) {
            out.println(JsonNodeFactory.instance.objectNode().put("void", why));
        } else {
            out.println("  VOID: " + why);
        }
    }
}
