package flyt.intake.hl7;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A message as somebody may see it who keeps feeds running and treats nobody: whatever may tell of a person keeps its shape, a
 * letter as {@code x} and a digit as {@code 9}, and nothing else. What is not known to be harmless is taken to be of a person.
 */
final class Masked {
    /** The fields that show as they are. Visits and orders are in the inbox by the key that the journal has. */
    private static final Map<String, Set<Integer>> OPEN = Map.ofEntries(
            Map.entry("MSH", fields(1, 25)),
            Map.entry("EVN", Set.of(1, 2, 3, 4, 6)),
            Map.entry("PV1", Set.of(1, 2, 3, 4, 6, 10, 11, 14, 15, 18, 36, 39, 40, 41, 42, 43, 44, 45)),
            Map.entry("PV2", Set.of(1, 8, 9, 47)),
            Map.entry("ZBE", fields(1, 9)),
            Map.entry("NPU", Set.of(1, 2)),
            Map.entry("ORC", Set.of(1, 5, 7, 9)),
            Map.entry("OBR", Set.of(1, 4, 5, 6, 7, 22, 24, 25, 27)),
            Map.entry("OBX", Set.of(1, 2, 3, 4, 6, 8, 11)),
            Map.entry("TQ1", fields(1, 9)),
            Map.entry("PID", Set.of(1)),
            Map.entry("SPM", Set.of(1, 4, 21)));

    /** One segment: its name, and its fields from the first. */
    record Segment(String name, List<String> fields) {}

    private Masked() {}

    /** @param text segments end with CR */
    static List<Segment> segments(Msh msh, String text) {
        List<Segment> segments = new ArrayList<>();
        for (String line : text.split("\r")) {
            List<String> parts =
                    new ArrayList<>(Arrays.asList(line.split(Pattern.quote(String.valueOf(msh.separator())), -1)));
            String name = parts.remove(0);
            if (name.equals("MSH")) {
                parts.add(0, String.valueOf(msh.separator()));
            }
            Set<Integer> open = OPEN.getOrDefault(name, Set.of());
            for (int i = 0; i < parts.size(); i++) {
                boolean harmless = open.contains(i + 1) && !(name.equals("MSH") && i + 1 == 8);
                parts.set(i, harmless ? parts.get(i) : shape(parts.get(i)));
            }
            segments.add(new Segment(name.length() <= 3 ? name : shape(name), List.copyOf(parts)));
        }
        return segments;
    }

    private static String shape(String text) {
        return text.replaceAll("\\p{L}", "x").replaceAll("\\p{N}", "9");
    }

    private static Set<Integer> fields(int from, int to) {
        return java.util.stream.IntStream.rangeClosed(from, to)
                .boxed()
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
