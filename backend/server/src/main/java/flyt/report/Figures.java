package flyt.report;

import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalDefinition.Bed;
import flyt.domain.place.HospitalDefinition.ExtraPlace;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.journal.Database;
import flyt.journal.Identities;
import flyt.journal.IdentityRow;
import flyt.journal.WireNames;
import flyt.report.Sheet.Group;
import flyt.report.Sheet.Spread;
import flyt.report.Sheet.Times;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Figures about the work of a team, straight from the journal. Usable from any thread. Futures fail as {@link flyt.journal} says.
 *
 * <p>Who is behind a key of the staff is asked for, only to count how many different people there are, and never kept.
 */
public final class Figures {
    private static final double SECONDS_OF_AN_HOUR = 3600;

    private final Database database;
    private final Identities identities;
    private final int leastPeople;

    /**
     * Figures from a database.
     *
     * @param database of its own: a long question must not keep a short one waiting
     * @param leastPeople how many different people must stand behind a figure that is shown
     */
    public Figures(Database database, int leastPeople) {
        this.database = database;
        this.identities = new Identities(database);
        this.leastPeople = leastPeople;
    }

    /** How many different people must stand behind a figure that is shown. */
    public int leastPeople() {
        return leastPeople;
    }

    /** The figures that answer a question. */
    public Future<Sheet> of(Question question) {
        return database.survey(connection -> told(connection, question)).compose(told -> identities
                .of(question.hospital().id().value(), told.keys())
                .map(known -> sheet(question, told, new Headcount(numbers(known)))));
    }

    /** What PostgreSQL answered. */
    private record Told(
            List<JsonObject> groups, List<JsonObject> requests, List<JsonObject> seen, List<JsonObject> duty) {
        /** All keys of staff in it. */
        Set<String> keys() {
            Set<String> keys = new HashSet<>();
            for (JsonObject group : groups) {
                Stream.of("acceptedBy", "startedBy", "doneBy").forEach(list -> keys.addAll(texts(group, list)));
            }
            Stream.of(seen, duty).flatMap(List::stream).forEach(hour -> keys.addAll(texts(hour, "keys")));
            Set<String> bare = new HashSet<>();
            keys.forEach(key -> bare.add(Headcount.key(key)));
            return bare;
        }
    }

    private static Future<Told> told(SqlConnection connection, Question question) {
        Map<String, String> zones = zones(question.hospital());
        Tuple values = Tuple.of(
                question.hospital().id().value(),
                utc(question.from()),
                utc(question.to()),
                WireNames.of(question.team()),
                question.zone(),
                question.hospital().timeZone().getId());
        Tuple more = Tuple.tuple();
        for (int i = 0; i < values.size(); i++) {
            more = more.addValue(values.getValue(i));
        }
        more = more.addArrayOfString(zones.keySet().toArray(String[]::new))
                .addArrayOfString(zones.values().toArray(String[]::new))
                .addString(WireNames.of(question.by()))
                .addString(WireNames.of(question.counted()));
        Tuple ofTasks = more;
        return connection.preparedQuery(FigureStatements.TASKS).execute(ofTasks).compose(tasks -> connection
                .preparedQuery(FigureStatements.DUTY)
                .execute(values)
                .map(duty -> {
                    Row row = tasks.iterator().next();
                    return new Told(
                            objects(row.getString(0)),
                            objects(row.getString(1)),
                            objects(row.getString(2)),
                            objects(duty.iterator().next().getString(0)));
                }));
    }

    /** The zone of each bed and each ward that has one. */
    private static Map<String, String> zones(HospitalDefinition hospital) {
        Map<String, String> zones = new HashMap<>();
        for (Ward ward : hospital.wards()) {
            if (ward.zone() != null) {
                zones.put("ward/" + ward.id().value(), ward.zone());
                Stream.concat(
                                ward.clusters().stream()
                                        .flatMap(cluster -> cluster.rooms().stream())
                                        .flatMap(room -> room.beds().stream())
                                        .map(Bed::id),
                                ward.extraPlaces().stream().map(ExtraPlace::id))
                        .forEach(bed -> zones.put("bed/" + bed.value(), ward.zone()));
            }
        }
        return zones;
    }

    private static Map<String, String> numbers(Map<String, IdentityRow> known) {
        Map<String, String> numbers = new HashMap<>();
        known.forEach((key, row) -> {
            if (row.number() != null) {
                numbers.put(key, row.number());
            }
        });
        return numbers;
    }

    private Sheet sheet(Question question, Told told, Headcount people) {
        Group whole = group(told.groups().get(0), people);
        List<Group> groups =
                told.groups().stream().skip(1).map(one -> group(one, people)).toList();
        double[] hours =
                Hours.in(question.from(), question.to(), question.hospital().timeZone());
        boolean signedOn = !told.duty().isEmpty();
        return new Sheet(
                question,
                whole,
                groups,
                requests(hours, told.requests()),
                onDuty(hours, signedOn ? told.duty() : told.seen(), signedOn, people),
                signedOn);
    }

    private Group group(JsonObject told, Headcount people) {
        List<String> accepted = texts(told, "acceptedBy");
        List<String> started = texts(told, "startedBy");
        List<String> worked = joined(started, texts(told, "doneBy"));
        int count = people.of(joined(accepted, worked));
        String name = Objects.requireNonNullElse(told.getString("name"), "");
        int tasks = told.getInteger("count");
        if (count < leastPeople) {
            return new Group(name, tasks, null);
        }
        Times times = new Times(
                count,
                told.getInteger("delayed"),
                told.getInteger("foundDirty"),
                spread(told, "accepted", "toAccepted", people.of(accepted)),
                spread(told, "started", "toStarted", people.of(started)),
                spread(told, "done", "toDone", people.of(worked)));
        return new Group(name, tasks, times);
    }

    /** How long one step took, if enough people stand behind that: all may be known to start and only one to accept. */
    private Spread spread(JsonObject told, String count, String minutes, int people) {
        int tasks = told.getInteger(count);
        JsonArray both = told.getJsonArray(minutes);
        return tasks == 0 || people < leastPeople
                ? new Spread(tasks, null, null)
                : new Spread(tasks, both.getDouble(0), both.getDouble(1));
    }

    private static List<@Nullable Double> requests(double[] hours, List<JsonObject> told) {
        List<@Nullable Double> requests = new ArrayList<>();
        for (double times : hours) {
            requests.add(times == 0 ? null : 0.0);
        }
        told.forEach(one -> {
            int hour = one.getInteger("hour");
            if (hours[hour] > 0) {
                requests.set(hour, one.getInteger("count") / hours[hour]);
            }
        });
        return requests;
    }

    private List<@Nullable Double> onDuty(double[] hours, List<JsonObject> told, boolean signedOn, Headcount people) {
        List<@Nullable Double> onDuty = new ArrayList<>();
        for (double times : hours) {
            onDuty.add(times == 0 ? null : 0.0);
        }
        told.forEach(one -> {
            int hour = one.getInteger("hour");
            double sum = signedOn ? one.getDouble("seconds") / SECONDS_OF_AN_HOUR : one.getInteger("count");
            boolean shown = hours[hour] > 0 && people.of(texts(one, "keys")) >= leastPeople;
            onDuty.set(hour, shown ? sum / hours[hour] : null);
        });
        return onDuty;
    }

    private static List<String> joined(List<String> some, List<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static List<JsonObject> objects(String json) {
        JsonArray array = new JsonArray(json);
        List<JsonObject> objects = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            objects.add(array.getJsonObject(i));
        }
        return objects;
    }

    private static List<String> texts(JsonObject told, String list) {
        JsonArray array = told.getJsonArray(list);
        List<String> texts = new ArrayList<>();
        for (int i = 0; array != null && i < array.size(); i++) {
            texts.add(array.getString(i));
        }
        return texts;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
