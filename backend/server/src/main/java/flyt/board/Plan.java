package flyt.board;

import flyt.domain.place.FeedDefinition;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalDefinition.Carried;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.Places;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.place.WardId;
import flyt.domain.priority.Team;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The hospital's places the way boards go through them: wards with their beds in board order, and all streams. Immutable. */
final class Plan {

    /**
     * A ward as boards go through it.
     *
     * @param order its place in the hospital's list, from 1
     * @param beds its bed places in board order, extra places last
     * @param streams its board at levels 1, 2 and 3
     * @param names who its patients are
     */
    record WardPlan(Ward ward, int order, List<BedPlace> beds, List<Stream> streams, Stream names) {

        Stream stream(Level level) {
            return streams.get(level.ordinal());
        }
    }

    private final HospitalDefinition definition;
    private final Map<WardId, WardPlan> wards;
    private final Map<Carried, List<String>> carriers;
    private final Stream house;
    private final Stream capacity;
    private final Stream beds;
    private final Stream tasks;
    private final Stream conflicts;
    private final Stream forecast;
    private final Stream requests;
    private final Stream alerts;
    private final Map<Team, Stream> queues = new EnumMap<>(Team.class);
    private final Map<Team, Stream> crews = new EnumMap<>(Team.class);

    private Plan(Places places) {
        definition = places.definition();
        wards = wardsOf(places);
        carriers = carriersOf(definition);
        String hospital = definition.id().value();
        house = new Stream(hospital, "house", "-");
        capacity = new Stream(hospital, "capacity", "-");
        beds = new Stream(hospital, "beds", "-");
        tasks = new Stream(hospital, "tasks", "-");
        conflicts = new Stream(hospital, "conflicts", "-");
        forecast = new Stream(hospital, "forecast", "-");
        requests = new Stream(hospital, "requests", "-");
        alerts = new Stream(hospital, "alerts", "-");
        for (Team team : Team.values()) {
            queues.put(team, new Stream(hospital, "queue", RowJson.word(team)));
            crews.put(team, new Stream(hospital, "crew", RowJson.word(team)));
        }
    }

    static Plan of(Places places) {
        return new Plan(places);
    }

    HospitalDefinition definition() {
        return definition;
    }

    /** The wards in the hospital's order. */
    Collection<WardPlan> wards() {
        return wards.values();
    }

    /** The ward, or null when the definition does not know it. */
    @Nullable
    WardPlan ward(WardId ward) {
        return wards.get(ward);
    }

    /** The sources that feed this, by the definition's order; empty when none does. */
    List<String> carriers(Carried carried) {
        return carriers.getOrDefault(carried, List.of());
    }

    Stream house() {
        return house;
    }

    /** The house's counts with every bed beside them. */
    Stream capacity() {
        return capacity;
    }

    Stream beds() {
        return beds;
    }

    Stream tasks() {
        return tasks;
    }

    /** The tasks of one zone. */
    Stream tasks(String zone) {
        return new Stream(definition.id().value(), "tasks", zone);
    }

    /** What a team has to do, as its people's phones have it. */
    Stream queue(Team team) {
        return Objects.requireNonNull(queues.get(team));
    }

    /** The same with who is on duty, as its coordinator has it. */
    Stream crew(Team team) {
        return Objects.requireNonNull(crews.get(team));
    }

    Stream conflicts() {
        return conflicts;
    }

    Stream forecast() {
        return forecast;
    }

    /** Who waits for a bed, in the whole hospital. */
    Stream requests() {
        return requests;
    }

    /** Who waits for a bed of that ward. */
    Stream requests(WardId asked) {
        return new Stream(definition.id().value(), requests.view(), asked.value());
    }

    Stream alerts() {
        return alerts;
    }

    private static Map<WardId, WardPlan> wardsOf(Places places) {
        Map<WardId, List<BedPlace>> bedsOfWards = new LinkedHashMap<>();
        for (BedPlace place : places.beds()) {
            bedsOfWards
                    .computeIfAbsent(place.ward().id(), ward -> new ArrayList<>())
                    .add(place);
        }
        String hospital = places.definition().id().value();
        Map<WardId, WardPlan> wards = new LinkedHashMap<>();
        for (Ward ward : places.definition().wards()) {
            List<BedPlace> beds = bedsOfWards.getOrDefault(ward.id(), List.of()).stream()
                    .sorted(Comparator.comparingInt(BedPlace::order))
                    .toList();
            List<Stream> streams = java.util.stream.Stream.of(Level.values())
                    .map(level -> Stream.ward(hospital, ward.id().value(), level.number()))
                    .toList();
            Stream names = new Stream(hospital, "names", ward.id().value());
            wards.put(ward.id(), new WardPlan(ward, wards.size() + 1, beds, streams, names));
        }
        return wards;
    }

    private static Map<Carried, List<String>> carriersOf(HospitalDefinition definition) {
        Map<Carried, List<String>> carriers = new EnumMap<>(Carried.class);
        for (FeedDefinition feed : definition.feeds()) {
            for (Carried carried : feed.carries()) {
                carriers.computeIfAbsent(carried, one -> new ArrayList<>()).add(feed.source());
            }
        }
        return carriers;
    }
}
