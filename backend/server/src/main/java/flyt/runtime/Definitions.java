package flyt.runtime;

import flyt.board.Stream;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.PlaceEvent.HospitalDefined;
import flyt.domain.priority.Team;
import flyt.journal.EventCodec;
import flyt.journal.Journal;
import flyt.journal.WireNames;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The definition in force of each hospital, on every member: read from the journal, and again when a writer says that it
 * changed. Usable from any thread.
 */
final class Definitions {
    private static final String CHANGED = "flyt.definitions";
    private static final Set<String> WHOLE_HOUSE =
            Set.of("house", "capacity", "beds", "tasks", "conflicts", "forecast", "requests", "alerts");

    /** {@code seq}: number of the event that put it into force. */
    record InForce(HospitalDefinition definition, long seq) {}

    private final Vertx vertx;
    private final Journal journal;
    private final EventCodec codec;
    private final ConcurrentSkipListMap<String, InForce> known = new ConcurrentSkipListMap<>();

    /** {@code met} is told of each hospital that this member hears of. */
    Definitions(Vertx vertx, Journal journal, EventCodec codec, Consumer<String> met) {
        this.vertx = vertx;
        this.journal = journal;
        this.codec = codec;
        var consumer = vertx.eventBus().<String>consumer(CHANGED, message -> {
            met.accept(message.body());
            var unused = read(message.body());
        });
    }

    /** Tells all members, this one among them, that a hospital is there or was defined anew. */
    void announce(String hospital) {
        var bus = vertx.eventBus().publish(CHANGED, hospital);
    }

    /** Reads the definition in force, if there is one yet. */
    Future<Optional<InForce>> read(String hospital) {
        return journal.definition(hospital)
                .map(row -> row.map(found -> {
                    HospitalDefined defined = (HospitalDefined) codec.decode(found.type(), found.body());
                    return known.merge(
                            hospital,
                            new InForce(defined.definition(), found.seq()),
                            (one, other) -> one.seq() > other.seq() ? one : other);
                }));
    }

    @Nullable
    HospitalDefinition of(String hospital) {
        InForce there = known.get(hospital);
        return there == null ? null : there.definition();
    }

    List<HospitalDefinition> all() {
        return known.values().stream().map(InForce::definition).toList();
    }

    /** The zone of a ward for cleaners and porters; null: it has none, or nothing is known of it. */
    @Nullable
    String zoneOf(String hospital, String ward) {
        HospitalDefinition definition = of(hospital);
        return definition == null
                ? null
                : definition.wards().stream()
                        .filter(one -> one.id().value().equals(ward))
                        .map(Ward::zone)
                        .findFirst()
                        .orElse(null);
    }

    /** Why there is no such stream, or empty when there is. */
    Optional<StreamRefusal> refusal(Stream stream) {
        HospitalDefinition definition = of(stream.hospital());
        if (definition == null) {
            return refused("unknown-hospital", "There is no hospital " + stream.hospital());
        }
        String view = stream.view();
        String scope = stream.scope();
        if (view.equals("names") || view.matches("ward\\.[123]")) {
            return definition.wards().stream()
                            .anyMatch(ward -> ward.id().value().equals(scope))
                    ? Optional.empty()
                    : refused("unknown-ward", "There is no ward " + scope);
        }
        if (view.equals("queue") || view.equals("crew")) {
            return WireNames.parse(Team.class, scope) != null
                    ? Optional.empty()
                    : refused("unknown-scope", "There is no team " + scope);
        }
        if (view.equals("requests") && !scope.equals("-")) {
            return definition.wards().stream()
                            .anyMatch(ward -> ward.id().value().equals(scope))
                    ? Optional.empty()
                    : refused("unknown-ward", "There is no ward " + scope);
        }
        if (!WHOLE_HOUSE.contains(view)) {
            return refused("unknown-view", "There is no view " + view);
        }
        boolean zone = view.equals("tasks")
                && definition.zones().stream().anyMatch(one -> one.id().equals(scope));
        return scope.equals("-") || zone
                ? Optional.empty()
                : refused("unknown-scope", "This view has no scope " + scope);
    }

    private static Optional<StreamRefusal> refused(String reason, String title) {
        return Optional.of(new StreamRefusal(reason, title));
    }
}
