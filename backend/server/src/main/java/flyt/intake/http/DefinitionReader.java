package flyt.intake.http;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.domain.place.BedId;
import flyt.domain.place.Counting;
import flyt.domain.place.Counting.Answer;
import flyt.domain.place.FeedDefinition;
import flyt.domain.place.FeedDefinition.Norm;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalDefinition.Bed;
import flyt.domain.place.HospitalDefinition.BedWash;
import flyt.domain.place.HospitalDefinition.ByHand;
import flyt.domain.place.HospitalDefinition.Carried;
import flyt.domain.place.HospitalDefinition.Cleaning;
import flyt.domain.place.HospitalDefinition.ClockKind;
import flyt.domain.place.HospitalDefinition.Cluster;
import flyt.domain.place.HospitalDefinition.ExtraKind;
import flyt.domain.place.HospitalDefinition.ExtraPlace;
import flyt.domain.place.HospitalDefinition.Leaving;
import flyt.domain.place.HospitalDefinition.Move;
import flyt.domain.place.HospitalDefinition.Named;
import flyt.domain.place.HospitalDefinition.Orders;
import flyt.domain.place.HospitalDefinition.Room;
import flyt.domain.place.HospitalDefinition.RoomFeature;
import flyt.domain.place.HospitalDefinition.Routine;
import flyt.domain.place.HospitalDefinition.Standing;
import flyt.domain.place.HospitalDefinition.Thresholds;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.HospitalDefinition.WardKind;
import flyt.domain.place.HospitalDefinition.Zone;
import flyt.domain.place.HospitalId;
import flyt.domain.place.RoomId;
import flyt.domain.place.WardId;
import flyt.journal.WireNames;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hospital definitions as their files write them (part 1 of the contract): all faults at once, first those of shape, and when
 * there are none those of sense. Safe to share between threads.
 */
public final class DefinitionReader {
    private static final Cleaning CLEANING = new Cleaning(45, true);
    private static final Leaving LEAVING = new Leaving(true, true);
    private static final Thresholds THRESHOLDS = new Thresholds(9);
    private static final int MINUTES_MAX = 7 * 24 * 60;
    private static final int WEIGHT_MAX = 1000;
    private static final Pattern HOUR = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    private final Function<HospitalDefinition, List<Fault>> sense;

    /** {@code sense}: what does not fit together in a definition whose shape is right. */
    public DefinitionReader(Function<HospitalDefinition, List<Fault>> sense) {
        this.sense = sense;
    }

    /** One definition. */
    public Reading<HospitalDefinition> read(JsonNode json) {
        Fields fields = Fields.of(json);
        if (!json.isObject()) {
            return new Reading.Faulty<>(fields.faults());
        }
        HospitalDefinition definition = hospital(fields);
        List<Fault> faults = definition == null ? fields.faults() : sense.apply(definition);
        return faults.isEmpty() && definition != null ? new Reading.Read<>(definition) : new Reading.Faulty<>(faults);
    }

    /** The definition, or null when its shape is faulty. */
    private static @Nullable HospitalDefinition hospital(Fields f) {
        HospitalId id = f.id("id", HospitalId::new);
        String name = f.text("name");
        ZoneId zone = zone(f);
        Language language = f.choice("language", Language.class);
        ClockKind clock = f.choice("clock", ClockKind.class);
        boolean synthetic = f.maybeFlag("synthetic");
        List<Named> buildings = f.objects("buildings", DefinitionReader::named);
        List<Named> specialties = f.objects("specialties", DefinitionReader::named);
        List<Zone> zones = f.objects("zones", DefinitionReader::zoneOfWork);
        List<FeedDefinition> feeds = f.objects("feeds", DefinitionReader::feed);
        Cleaning cleaning = f.maybeObject("cleaning", DefinitionReader::cleaning);
        if (!f.has("wards")) {
            f.fault("wards", "is missing");
        }
        List<Ward> wards = f.objects("wards", DefinitionReader::ward);
        Thresholds thresholds = f.maybeObject("thresholds", DefinitionReader::thresholds);
        ByHand byHand = f.maybeObject("byHand", DefinitionReader::byHand);
        Orders orders = f.maybeObject("orders", DefinitionReader::orders);
        Counting counting = f.maybeObject("counting", DefinitionReader::counting);
        f.rejectOthers();
        if (!f.faultless()) {
            return null;
        }
        return new HospitalDefinition(
                id,
                name,
                zone,
                WireNames.of(language),
                clock,
                synthetic,
                buildings,
                specialties,
                zones,
                feeds,
                cleaning == null ? CLEANING : cleaning,
                wards,
                thresholds == null ? THRESHOLDS : thresholds,
                byHand == null ? ByHand.GIVES_WAY : byHand,
                orders == null ? Orders.STANDARD : orders,
                counting == null ? Counting.STANDARD : counting);
    }

    private static @Nullable ZoneId zone(Fields f) {
        String name = f.text("timeZone");
        if (name == null || ZoneId.getAvailableZoneIds().contains(name)) {
            return name == null ? null : ZoneId.of(name);
        }
        f.fault("timeZone", "must be a name of the IANA time zone database such as Europe/Oslo");
        return null;
    }

    private static Named named(Fields f) {
        return new Named(f.id("id", id -> id), f.text("name"));
    }

    private static Zone zoneOfWork(Fields f) {
        String id = f.id("id", text -> text);
        String name = f.text("name");
        String kind = f.text("kind");
        if (kind != null && !kind.equals("cleaning")) {
            f.fault("kind", "must be cleaning");
        }
        return new Zone(id, name, kind);
    }

    private static FeedDefinition feed(Fields f) {
        String source = f.id("source", text -> text);
        String name = f.text("name");
        if (!f.has("carries")) {
            f.fault("carries", "is missing");
        }
        List<Carried> carries = f.choices("carries", Carried.class);
        Integer silent = f.number("silentAfterMinutes", 1, MINUTES_MAX);
        Integer atNight = f.maybeNumber("silentAfterMinutesAtNight", 1, MINUTES_MAX);
        int byDay = silent == null ? 0 : silent;
        List<Norm> norms = f.objects("norms", DefinitionReader::norm);
        Integer rejects = f.maybeNumber("rejectsPercent", 1, 100);
        return new FeedDefinition(
                source,
                name,
                carries,
                byDay,
                atNight == null ? byDay : atNight,
                norms,
                rejects == null ? FeedDefinition.REJECTS_PERCENT : rejects,
                f.maybeText("owner"));
    }

    private static Norm norm(Fields f) {
        Integer minutes = f.number("silentAfterMinutes", 1, MINUTES_MAX);
        return new Norm(
                f.choices("days", DayOfWeek.class), hour(f, "from"), hour(f, "to"), minutes == null ? 0 : minutes);
    }

    private static Cleaning cleaning(Fields f) {
        Integer minutes = f.maybeNumber("airChangeMinutes", 0, MINUTES_MAX);
        return new Cleaning(
                minutes == null ? CLEANING.airChangeMinutes() : minutes,
                f.maybeFlag("needsMaking", CLEANING.needsMaking()));
    }

    private static Thresholds thresholds(Fields f) {
        Integer weight = f.maybeNumber("careWeightPerNurse", 1, WEIGHT_MAX);
        return new Thresholds(
                weight == null ? THRESHOLDS.careWeightPerNurse() : weight,
                f.maybeNumber("bedAnswerMinutes", 1, MINUTES_MAX));
    }

    private static ByHand byHand(Fields f) {
        return new ByHand(
                f.maybeChoice("nurse", Standing.class),
                f.maybeChoice("doctor", Standing.class),
                f.maybeChoice("discharge", Standing.class),
                f.maybeChoice("isolation", Standing.class),
                f.maybeChoice("place", Standing.class));
    }

    private static Counting counting(Fields f) {
        Counting usual = Counting.STANDARD;
        return new Counting(
                answer(f, "newborns", usual.newborns()),
                answer(f, "dayPatients", usual.dayPatients()),
                answer(f, "observation", usual.observation()));
    }

    private static Answer answer(Fields f, String name, Answer usual) {
        Answer said = f.maybeChoice(name, Answer.class);
        return said == null ? usual : said;
    }

    private static Orders orders(Fields f) {
        Orders usual = Orders.STANDARD;
        BedWash wash = f.maybeChoice("bedWash", BedWash.class);
        return new Orders(
                f.maybeObject("whenReady", DefinitionReader::move),
                f.maybeObject("whenExpected", DefinitionReader::move),
                f.maybeFlag("afterIsolation", usual.afterIsolation()),
                wash == null ? usual.bedWash() : wash,
                minutes(f, "returnAfterMinutes", usual.returnAfterMinutes()),
                minutes(f, "unattendedAfterMinutes", usual.unattendedAfterMinutes()),
                minutes(f, "sameWithinMinutes", usual.sameWithinMinutes()),
                f.objects("routines", DefinitionReader::routine),
                f.objects("stops", DefinitionReader::named));
    }

    private static int minutes(Fields f, String name, int otherwise) {
        Integer minutes = f.maybeNumber(name, 0, MINUTES_MAX);
        return minutes == null ? otherwise : minutes;
    }

    private static Move move(Fields f) {
        return new Move(f.id("kind", id -> id), f.maybeId("to", id -> id));
    }

    private static Routine routine(Fields f) {
        return new Routine(
                f.id("id", id -> id),
                f.id("kind", id -> id),
                f.id("ward", WardId::new),
                hour(f, "at"),
                f.maybeId("to", id -> id));
    }

    /** Midnight only after a fault. */
    private static LocalTime hour(Fields f, String name) {
        String text = f.text(name);
        if (text != null && HOUR.matcher(text).matches()) {
            return LocalTime.parse(text);
        }
        if (text != null) {
            f.fault(name, "must be an hour such as 06:30");
        }
        return LocalTime.MIDNIGHT;
    }

    private static Ward ward(Fields f) {
        if (!f.has("clusters")) {
            f.fault("clusters", "is missing");
        }
        Leaving leaving = f.maybeObject("leaving", DefinitionReader::leaving);
        return new Ward(
                f.id("id", WardId::new),
                f.text("name"),
                f.choice("kind", WardKind.class),
                f.maybeId("building", text -> text),
                f.maybeText("floor"),
                f.maybeId("specialty", text -> text),
                f.maybeId("zone", text -> text),
                f.maybeFlag("inOccupancy", true),
                leaving == null ? LEAVING : leaving,
                f.objects("clusters", DefinitionReader::cluster),
                f.objects("extraPlaces", DefinitionReader::extraPlace),
                f.maybeFlag("ownPatientsOnly", false));
    }

    private static Leaving leaving(Fields f) {
        return new Leaving(
                f.maybeFlag("onDischarge", LEAVING.onDischarge()), f.maybeFlag("onTransfer", LEAVING.onTransfer()));
    }

    private static Cluster cluster(Fields f) {
        if (!f.has("rooms")) {
            f.fault("rooms", "is missing");
        }
        return new Cluster(f.id("id", id -> id), f.text("name"), f.objects("rooms", DefinitionReader::room));
    }

    private static Room room(Fields f) {
        if (!f.has("beds")) {
            f.fault("beds", "is missing");
        }
        return new Room(
                f.id("id", RoomId::new),
                f.text("name"),
                f.choices("features", RoomFeature.class),
                f.objects("beds", DefinitionReader::bed));
    }

    private static Bed bed(Fields f) {
        return new Bed(f.id("id", BedId::new), f.text("label"), f.maybeText("suffix"));
    }

    private static ExtraPlace extraPlace(Fields f) {
        return new ExtraPlace(f.id("id", BedId::new), f.text("label"), f.choice("kind", ExtraKind.class));
    }

    /** The languages there are texts in. */
    private enum Language {
        NB,
        EN
    }
}
