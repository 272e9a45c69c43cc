package flyt.intake.fhir;

import flyt.fhir.Parameter;
import flyt.fhir.Query;
import flyt.intake.http.Fault;
import io.vertx.core.MultiMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A search as it was asked for.
 *
 * @param query what is looked for, one more than the page takes
 * @param used the parameters that count, as they came
 * @param unknown the names of those that do not
 */
record Search(Query query, Map<String, List<String>> used, Set<String> unknown) {
    static final int PAGE = 100;
    static final int PAGE_MAX = 500;

    private static final String CURSOR = "_cursor";
    private static final Set<String> ABOUT_THE_ANSWER = Set.of("_format", "_pretty");

    /** Reads what was asked; adds what is wrong with it to {@code faults}. */
    static Search of(String type, List<Parameter> parameters, MultiMap asked, List<Fault> faults) {
        return new Reading(parameters, faults).read(type, asked);
    }

    /** How many are asked for. */
    int page() {
        return query.most() - 1;
    }

    /** The same from after this id on, as the part of an address behind the question mark. */
    String next(String after) {
        String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(after.getBytes(StandardCharsets.UTF_8));
        String rest = self();
        return (rest.isEmpty() ? "" : rest + "&") + CURSOR + "=" + cursor;
    }

    /** What counted of it. */
    String self() {
        return used.entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(value -> encoded(one.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** One reading. */
    private static final class Reading {
        private final Map<String, String> types = new LinkedHashMap<>();
        private final List<Fault> faults;
        private final List<Set<String>> anyOf = new ArrayList<>();
        private final Map<String, List<String>> used = new LinkedHashMap<>();
        private final Set<String> unknown = new TreeSet<>();
        private @Nullable Set<String> ids;
        private DateRange changed = DateRange.ALWAYS;
        private int page = PAGE;
        private String after = "";

        Reading(List<Parameter> parameters, List<Fault> faults) {
            parameters.forEach(parameter -> types.put(parameter.name(), parameter.type()));
            this.faults = faults;
        }

        Search read(String type, MultiMap asked) {
            for (String name : asked.names()) {
                List<String> values = asked.getAll(name);
                String plain = name.split(":", 2)[0];
                if (name.equals(CURSOR)) {
                    after = cursor(values.get(0));
                    continue;
                } else if (ABOUT_THE_ANSWER.contains(name)) {
                    continue;
                } else if (!name.equals("_count") && !types.containsKey(plain)) {
                    unknown.add(name);
                    continue;
                }
                used.put(name, values);
                if (!plain.equals(name)) {
                    fault(name, "has a modifier that is not known here");
                } else {
                    values.forEach(value -> take(name, value));
                }
            }
            return new Search(
                    new Query(type, anyOf, ids, changed.from(), changed.before(), after, page + 1), used, unknown);
        }

        private void take(String name, String value) {
            if (name.equals("_count")) {
                page = count(value);
            } else if (name.equals("_lastUpdated")) {
                DateRange range = DateRange.parse(value);
                if (range == null) {
                    fault(name, "must be a date or a moment behind eq, ge, gt, le, lt, sa or eb");
                } else {
                    changed = changed.and(range);
                }
            } else if (name.equals("_id")) {
                Set<String> these = new HashSet<>(List.of(value.split(",")));
                if (ids != null) {
                    these.retainAll(ids);
                }
                ids = these;
            } else {
                boolean reference = "reference".equals(types.get(name));
                anyOf.add(Arrays.stream(value.split(","))
                        .map(one -> name + "=" + (reference ? relative(one) : one))
                        .collect(Collectors.toSet()));
            }
        }

        /** {@code Location/ward-LUN}, also where the whole address was given. */
        private static String relative(String reference) {
            String[] parts = reference.split("/");
            return parts.length < 2 ? reference : parts[parts.length - 2] + "/" + parts[parts.length - 1];
        }

        private int count(String value) {
            if (!value.matches("\\d{1,9}")) {
                fault("_count", "must be a number");
                return PAGE;
            }
            return Math.max(1, Math.min(PAGE_MAX, Integer.parseInt(value)));
        }

        private String cursor(String value) {
            try {
                return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                fault(CURSOR, "must be as a next link had it");
                return "";
            }
        }

        private void fault(String name, String what) {
            faults.add(new Fault(name, what));
        }
    }
}
