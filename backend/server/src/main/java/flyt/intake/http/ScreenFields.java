package flyt.intake.http;

import flyt.access.Naming;
import flyt.access.View;
import flyt.access.screen.PairedScreen;
import flyt.access.screen.ScreenSettings;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalDefinition.Cluster;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.journal.WireNames;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A screen's settings as they are written in requests and answers. */
final class ScreenFields {
    private static final String EVERYWHERE = "-";
    private static final int LEVEL_MAX = 3;
    private static final double INCHES_MIN = 5;
    private static final double INCHES_MAX = 150;
    private static final double METRES_MAX = 50;

    private ScreenFields() {}

    /**
     * The settings; null after a fault.
     *
     * @param before what a field has that is absent; null: a new screen, of which all but cluster, diagonal and distance must be
     *     there
     */
    static @Nullable ScreenSettings settings(Fields fields, @Nullable ScreenSettings before) {
        boolean isNew = before == null;
        String name = isNew || fields.has("name") ? fields.text("name") : before.name();
        String place = isNew || fields.has("place") ? fields.text("place") : before.place();
        String hospital = isNew || fields.has("hospital") ? fields.id("hospital", id -> id) : before.hospital();
        View view = isNew || fields.has("view") ? fields.choice("view", View.class) : before.view();
        String scope = isNew || fields.has("scope") ? fields.id("scope", id -> id) : before.scope();
        List<String> clusters = fields.maybeIds("clusters");
        Integer level =
                isNew || fields.has("level") ? fields.number("level", 1, LEVEL_MAX) : Integer.valueOf(before.level());
        Naming naming = isNew || fields.has("naming") ? fields.choice("naming", Naming.class) : before.naming();
        Double inches =
                number(fields, "diagonalInches", INCHES_MIN, INCHES_MAX, isNew ? null : before.diagonalInches());
        Double metres = number(fields, "distanceM", 0, METRES_MAX, isNew ? null : before.distanceMetres());
        if (view != null && view != View.WARD && view != View.HOUSE) {
            fields.fault("view", "must be one of ward, house");
        }
        if (!fields.faultless()) {
            return null;
        }
        List<String> usual = isNew || !before.scope().equals(scope) ? List.of() : before.clusters();
        return new ScreenSettings(
                name, place, hospital, view, scope, clusters == null ? usual : clusters, level, naming, inches, metres);
    }

    /** What of the settings the hospital does not have. */
    static List<Fault> faults(ScreenSettings settings, HospitalDefinition hospital) {
        List<Fault> faults = new ArrayList<>();
        if (settings.view() == View.HOUSE) {
            if (!settings.scope().equals(EVERYWHERE) || !settings.clusters().isEmpty()) {
                faults.add(new Fault("scope", "must be - and have no clusters for this view"));
            }
            return faults;
        }
        Ward ward = hospital.wards().stream()
                .filter(one -> one.id().value().equals(settings.scope()))
                .findFirst()
                .orElse(null);
        if (ward == null) {
            faults.add(new Fault("scope", "must be a ward of the hospital"));
            return faults;
        }
        Set<String> known = ward.clusters().stream().map(Cluster::id).collect(Collectors.toSet());
        if (!known.containsAll(settings.clusters())) {
            faults.add(new Fault("clusters", "must be clusters of the ward"));
        }
        return faults;
    }

    static JsonObject json(PairedScreen screen) {
        ScreenSettings settings = screen.settings();
        return new JsonObject()
                .put("id", screen.id())
                .put("name", settings.name())
                .put("place", settings.place())
                .put("hospital", settings.hospital())
                .put("view", settings.view().wire())
                .put("scope", settings.scope())
                .put("clusters", new JsonArray(settings.clusters()))
                .put("level", settings.level())
                .put("naming", WireNames.of(settings.naming()))
                .put("diagonalInches", settings.diagonalInches())
                .put("distanceM", settings.distanceMetres())
                .put("state", WireNames.of(screen.state()))
                .put("madeBy", screen.madeBy())
                .put("madeAt", screen.madeAt().toString())
                .put("lastSeen", time(screen.lastSeen()))
                .put("version", screen.version());
    }

    /** A number that may be unknown: absent leaves it as it was, null makes it unknown. */
    private static @Nullable Double number(
            Fields fields, String name, double min, double max, @Nullable Double before) {
        if (fields.isNull(name)) {
            return null;
        }
        return fields.has(name) ? Double.valueOf(fields.decimal(name, min, max)) : before;
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
