package flyt.intake.http;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.domain.forecast.WhatIf;
import flyt.domain.forecast.WhatIf.Contradiction;
import flyt.domain.place.WardId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What somebody would like to imagine, read strictly; and why some of it cannot be, in words. */
final class WhatIfReader {
    private static final Set<String> FIELDS =
            Set.of("close", "open", "cleaners", "discharge", "arrivalsPercent", "outbreak");
    private static final String WARDS = "must be a list of wards' ids";
    private static final String COUNTS = "must be an object of whole numbers by wards' ids";

    private final JsonNode body;
    private final List<Fault> faults = new ArrayList<>();

    private WhatIfReader(JsonNode body) {
        this.body = body;
    }

    /** {@code faults} gets what is wrong; what is read is worth nothing then. */
    static @Nullable WhatIf read(JsonNode body, List<Fault> faults) {
        WhatIfReader reader = new WhatIfReader(body);
        WhatIf read = reader.read();
        faults.addAll(reader.faults);
        return faults.isEmpty() ? read : null;
    }

    /** Why it cannot be imagined. */
    static String words(Contradiction why) {
        return switch (why) {
            case NOTHING_CHANGED -> "Nothing would be otherwise.";
            case UNKNOWN_WARD -> "There is no such ward that counts in the occupancy.";
            case OUT_OF_RANGE -> "A number is too small or too large.";
            case OPENED_AND_CLOSED -> "Beds cannot be opened in a ward that takes nobody in.";
            case OUTBREAK_IN_A_CLOSED_WARD -> "A closed ward takes nobody in already.";
            case MORE_THAN_LIE_THERE -> "More would be discharged than lie there.";
            case NO_WARD_LEFT -> "No ward would be left to take anybody in.";
        };
    }

    private WhatIf read() {
        if (!body.isObject()) {
            faults.add(new Fault("", "must be an object"));
        }
        body.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                faults.add(new Fault(Fields.printable(name), "is not known here"));
            }
        });
        return new WhatIf(
                wards("close"),
                counts("open"),
                number("cleaners"),
                counts("discharge"),
                number("arrivalsPercent"),
                wards("outbreak"));
    }

    private SortedSet<WardId> wards(String name) {
        SortedSet<WardId> wards = new TreeSet<>();
        JsonNode list = body.path(name);
        if (!list.isMissingNode() && !list.isArray()) {
            faults.add(new Fault(name, WARDS));
        }
        list.forEach(one -> {
            WardId ward = one.isTextual() ? ward(one.textValue()) : null;
            if (ward == null || !list.isArray()) {
                faults.add(new Fault(name, WARDS));
            } else {
                wards.add(ward);
            }
        });
        return wards;
    }

    private SortedMap<WardId, Integer> counts(String name) {
        SortedMap<WardId, Integer> counts = new TreeMap<>();
        JsonNode object = body.path(name);
        if (!object.isMissingNode() && !object.isObject()) {
            faults.add(new Fault(name, COUNTS));
        }
        object.fields().forEachRemaining(field -> {
            WardId ward = ward(field.getKey());
            if (ward == null || !field.getValue().isInt()) {
                faults.add(new Fault(name, COUNTS));
            } else {
                counts.put(ward, field.getValue().intValue());
            }
        });
        return counts;
    }

    private int number(String name) {
        JsonNode number = body.path(name);
        if (!number.isMissingNode() && !number.isInt()) {
            faults.add(new Fault(name, "must be a whole number"));
        }
        return number.asInt();
    }

    private static @Nullable WardId ward(String id) {
        return id.matches("[A-Za-z0-9._-]{1,40}") ? new WardId(id) : null;
    }
}
