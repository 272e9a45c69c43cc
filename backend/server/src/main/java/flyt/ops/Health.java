package flyt.ops;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The named checks behind the pages that say whether this member lives and whether it is ready for
 * work.
 *
 * <p>Usable from any thread. A check that fails or takes longer than two seconds counts as down.
 */
public final class Health {
    private static final long LIMIT_MS = 2_000;

    private final Map<String, Supplier<Future<Verdict>>> live = new ConcurrentHashMap<>();
    private final Map<String, Supplier<Future<Verdict>>> ready = new ConcurrentHashMap<>();

    /**
     * What one check says.
     *
     * @param up whether all is well
     * @param why a sentence without secrets and names of people; empty when there is nothing to say
     */
    public record Verdict(boolean up, String why) {
        /** All is well. */
        public static final Verdict UP = new Verdict(true, "");

        /** Something is wrong. */
        public static Verdict down(String why) {
            return new Verdict(false, why);
        }
    }

    /**
     * The answer of a page.
     *
     * @param status HTTP status: 200 when all checks are up, else 503
     * @param body {@code {"status":"up","checks":[{"name":"journal","status":"up"}]}}, checks
     *     sorted by name
     */
    public record Report(int status, JsonObject body) {}

    /**
     * Adds a check without which this process should be killed and started again, or replaces it.
     */
    public void whileLive(String name, Supplier<Future<Verdict>> check) {
        live.put(name, check);
    }

    /** Adds a check without which this member should get no traffic, or replaces it. */
    public void whileReady(String name, Supplier<Future<Verdict>> check) {
        ready.put(name, check);
    }

    /** Runs the checks of life; never fails. */
    public Future<Report> live() {
        return run(live);
    }

    /** Runs the checks of readiness; never fails. */
    public Future<Report> ready() {
        return run(ready);
    }

    private static Future<Report> run(Map<String, Supplier<Future<Verdict>>> checks) {
        Map<String, Future<Verdict>> asked = new TreeMap<>();
        checks.forEach((name, check) -> asked.put(name, ask(check)));
        return Future.join(new ArrayList<>(asked.values())).map(all -> report(asked));
    }

    private static Future<Verdict> ask(Supplier<Future<Verdict>> check) {
        Future<Verdict> verdict;
        try {
            verdict = check.get();
        } catch (RuntimeException e) {
            verdict = Future.failedFuture(e);
        }
        // The failure's own message may hold addresses or values.
        return verdict.timeout(LIMIT_MS, TimeUnit.MILLISECONDS)
                .otherwise(failure ->
                        Verdict.down("no answer: " + failure.getClass().getSimpleName()));
    }

    private static Report report(Map<String, Future<Verdict>> answered) {
        boolean up =
                answered.values().stream().allMatch(verdict -> verdict.result().up());
        List<JsonObject> checks = new ArrayList<>();
        answered.forEach((name, verdict) -> {
            JsonObject check = new JsonObject()
                    .put("name", name)
                    .put("status", word(verdict.result().up()));
            checks.add(
                    verdict.result().why().isEmpty()
                            ? check
                            : check.put("why", verdict.result().why()));
        });
        return new Report(
                up ? 200 : 503, new JsonObject().put("status", word(up)).put("checks", checks));
    }

    private static String word(boolean up) {
        return up ? "up" : "down";
    }
}
