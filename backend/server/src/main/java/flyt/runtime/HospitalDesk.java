package flyt.runtime;

import flyt.board.RowUpdate;
import flyt.board.Stream;
import flyt.board.StreamRows;
import flyt.domain.Input;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.event.StaffKey;
import flyt.domain.forecast.WhatIf;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalDefinition.ClockKind;
import flyt.domain.place.HospitalId;
import flyt.domain.place.PlaceEvent.HospitalDefined;
import flyt.domain.place.WardId;
import flyt.domain.placement.RequestId;
import flyt.domain.stay.PatientKey;
import flyt.domain.stay.StayId;
import flyt.grid.Grid;
import flyt.journal.IdentityRow;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where every question to a hospital goes first: to the writer on this member when it owns the hospital, else over the event
 * bus to the member that does. Usable from any thread.
 */
public final class HospitalDesk implements Hospitals {
    private final Vertx vertx;
    private final Grid grid;
    private final Workplace work;
    private final Definitions definitions;
    private final Past past;
    private final PastDays days;
    private final DeskBus bus;
    private final LocalWriters writers;

    public HospitalDesk(Grid grid, Workplace work) {
        this.vertx = grid.vertx();
        this.grid = grid;
        this.work = work;
        this.definitions = new Definitions(vertx, work.journal(), work.codec(), this::watch);
        this.writers = new LocalWriters(grid, work, definitions::announce);
        this.past = new Past(vertx, work.journal(), work.snapshots(), work.identities(), work.codec());
        this.days = new PastDays(past);
        this.bus = new DeskBus(grid, this, work.codec());
    }

    /** Takes up the hospitals that the journal knows; {@code watching} is told what their writers commit. */
    public Future<Void> open(Onlookers watching) {
        writers.open(watching);
        return bus.listen().compose(listening -> work.journal().hospitals()).compose(all -> {
            all.forEach(this::watch);
            return Future.all(all.stream().map(definitions::read).toList()).mapEmpty();
        });
    }

    /** Lays down the pen for all hospitals of this member. */
    public Future<Void> close() {
        return writers.close();
    }

    /** Whether every hospital has an owner, and those of this member are being written. */
    public boolean ready() {
        return definitions.all().stream()
                .allMatch(definition -> writers.ready(definition.id().value()));
    }

    /** Number of the last event that this member's writer of the hospital has; empty where the writer is not here. */
    public Future<OptionalLong> headHere(String hospital) {
        HospitalVerticle verticle = writers.of(hospital);
        return verticle == null
                ? Future.succeededFuture(OptionalLong.empty())
                : verticle.state().map(state -> OptionalLong.of(state.seq()));
    }

    /** The offers that nobody's phone has shown yet; none where the writer is not here. */
    public Future<Set<SilentOffer>> silentOffersHere(HospitalId hospital) {
        HospitalVerticle verticle = writers.of(hospital.value());
        return verticle == null
                ? Future.succeededFuture(Set.of())
                : verticle.state().map(state -> state.hospital() == null ? Set.of() : SilentOffer.of(state.hospital()));
    }

    private void watch(String hospital) {
        writers.watch(hospital);
    }

    /** The writers that live on this member. */
    LocalWriters writers() {
        return writers;
    }

    // --- Hospitals -----------------------------------------------------------------------------------------------

    @Override
    public Future<List<Answer>> submit(HospitalId hospital, List<Submission> submissions) {
        String id = hospital.value();
        if (definitions.of(id) == null && submissions.stream().noneMatch(s -> s.input() instanceof Input.Define)) {
            return Future.failedFuture(new UnknownHospital(hospital));
        }
        return submitToOwner(id, submissions);
    }

    private Future<List<Answer>> submitToOwner(String id, List<Submission> submissions) {
        HospitalVerticle verticle = writers.of(id);
        if (verticle != null) {
            return verticle.submit(submissions);
        }
        String owner = writers.ownerOf(id).orElse("");
        if (owner.isEmpty() || owner.equals(grid.memberId())) {
            return Future.failedFuture(new OwnerAway("The writer of " + id + " is getting ready"));
        }
        return bus.submit(owner, id, submissions);
    }

    /** As {@link #submit}, for the event bus: here or not at all, so that a question does not travel in circles. */
    Future<List<Answer>> submitHere(String id, List<Submission> submissions) {
        HospitalVerticle verticle = writers.of(id);
        return verticle == null
                ? Future.failedFuture(new OwnerAway("The writer of " + id + " is not on this member"))
                : verticle.submit(submissions);
    }

    Future<ClockReading> clockHere(String id) {
        HospitalVerticle verticle = writers.of(id);
        return verticle == null
                ? Future.failedFuture(new OwnerAway("The writer of " + id + " is not on this member"))
                : verticle.clock();
    }

    void feedHeardHere(String id, Source source, FeedSign sign) {
        HospitalVerticle verticle = writers.of(id);
        if (verticle != null) {
            verticle.feedHeard(source, sign);
        }
    }

    Future<List<FeedState>> feedsHere(String id) {
        HospitalVerticle verticle = writers.of(id);
        return verticle == null
                ? Future.failedFuture(new OwnerAway("The writer of " + id + " is not on this member"))
                : verticle.feeds();
    }

    @Override
    public Future<List<FeedState>> feeds(HospitalId hospital) {
        return asked(hospital, this::feedsHere, bus::feeds);
    }

    @Override
    public Future<Void> feedHeard(HospitalId hospital, Source source, FeedSign sign) {
        String id = hospital.value();
        if (definitions.of(id) == null) {
            return Future.failedFuture(new UnknownHospital(hospital));
        }
        if (writers.of(id) != null) {
            feedHeardHere(id, source, sign);
        } else {
            writers.ownerOf(id).ifPresent(owner -> bus.feedHeard(owner, id, source, sign));
        }
        return Future.succeededFuture();
    }

    @Override
    public Future<RowsAt> rows(Stream stream, @Nullable LookBack back) {
        HospitalId hospital = new HospitalId(stream.hospital());
        if (definitions.of(stream.hospital()) == null) {
            return Future.failedFuture(new UnknownHospital(hospital));
        }
        Optional<StreamRefusal> refusal = refusal(stream);
        if (refusal.isPresent()) {
            return Future.failedFuture(
                    refusal.get().reason().equals("unknown-ward")
                            ? new UnknownWard(new WardId(stream.scope()))
                            : new StreamRefused(refusal.get()));
        }
        return clock(hospital).compose(clock -> {
            if (back != null) {
                // what is yet to come is as it is now, and no more by name than the past is
                return playback(hospital, back)
                        .map(then -> new RowsAt(then.seq(), then.at(), clock.time(), json(then.rows(stream))));
            }
            return snapshot(stream).map(now -> new RowsAt(now.seq(), clock.time(), clock.time(), json(now.rows())));
        });
    }

    private static List<byte[]> json(List<RowUpdate> rows) {
        return rows.stream().map(row -> Objects.requireNonNull(row.json())).toList();
    }

    /** A hospital as it was, to go on from there; what is yet to come is as it is now. */
    public Future<Playback> playback(HospitalId hospital, LookBack back) {
        return past.playback(hospital.value(), back, new Playback.Present() {
            @Override
            public Future<Instant> time() {
                return clock(hospital).map(ClockReading::time);
            }

            @Override
            public Future<Set<PatientKey>> treatedIn(WardId ward) {
                return asked(hospital, id -> treatedHere(id, ward), (owner, id) -> bus.treated(owner, id, ward));
            }
        });
    }

    Future<Set<PatientKey>> treatedHere(String id, WardId ward) {
        return writers.stateOf(id)
                .map(state -> state.hospital() == null ? Set.of() : Treated.in(state.hospital(), ward));
    }

    @Override
    public Future<PastDay> day(HospitalId hospital, Instant at) {
        return definition(hospital)
                .compose(definition -> clock(hospital).compose(clock -> days.of(definition, at, clock.time())));
    }

    @Override
    public Future<@Nullable StayHistory> stay(HospitalId hospital, StayId stay) {
        String id = hospital.value();
        if (definitions.of(id) == null) {
            return Future.failedFuture(new UnknownHospital(hospital));
        }
        HospitalVerticle verticle = writers.of(id);
        return verticle == null
                ? past.stay(id, stay, null)
                : verticle.state().compose(state -> past.stay(id, stay, state.hospital()));
    }

    /** Of the hospital's writer, on this member or on another. */
    private <T> Future<T> asked(
            HospitalId hospital, Function<String, Future<T>> here, BiFunction<String, String, Future<T>> there) {
        String id = hospital.value();
        if (definitions.of(id) == null) {
            return Future.failedFuture(new UnknownHospital(hospital));
        }
        if (writers.of(id) != null) {
            return here.apply(id);
        }
        return writers.ownerOf(id)
                .filter(owner -> !owner.equals(grid.memberId()))
                .map(owner -> there.apply(owner, id))
                .orElseGet(() -> Future.failedFuture(new OwnerAway("The writer of " + id + " is getting ready")));
    }

    @Override
    public Future<Set<WardId>> wards(HospitalId hospital, Subject subject) {
        return asked(hospital, id -> wardsHere(id, subject), (owner, id) -> bus.wards(owner, id, subject));
    }

    Future<Set<WardId>> wardsHere(String id, Subject subject) {
        return writers.stateOf(id)
                .map(state -> state.hospital() == null ? Set.of() : ConcernedWards.of(state.hospital(), subject));
    }

    @Override
    public Future<NamedWork> named(HospitalId hospital, Set<StaffKey> keys) {
        String id = hospital.value();
        if (writers.of(id) != null) {
            return namedHere(id, keys);
        }
        return writers.ownerOf(id)
                .filter(owner -> !owner.equals(grid.memberId()))
                .map(owner -> bus.named(owner, id, keys))
                .orElseGet(() -> Future.failedFuture(new OwnerAway("The writer of " + id + " is getting ready")));
    }

    Future<NamedWork> namedHere(String id, Set<StaffKey> keys) {
        return writers.stateOf(id)
                .map(state -> state.hospital() == null ? NamedWork.NONE : NamedWork.of(state.hospital(), keys));
    }

    @Override
    public Future<RulesInForce> rules(HospitalId hospital) {
        return asked(hospital, this::rulesHere, bus::rules);
    }

    Future<RulesInForce> rulesHere(String id) {
        return writers.stateOf(id).map(state -> RulesInForce.of(state.hospital()));
    }

    @Override
    public Future<BedFits> bedFits(HospitalId hospital, RequestId request) {
        return asked(hospital, id -> bedFitsHere(id, request), (owner, id) -> bus.bedFits(owner, id, request));
    }

    Future<BedFits> bedFitsHere(String id, RequestId request) {
        return writers.stateOf(id).compose(state -> writers.namesakesOf(id)
                .map(namesakes -> BedFits.of(state.hospital(), request, namesakes)));
    }

    @Override
    public Future<Advice> advice(HospitalId hospital) {
        return asked(hospital, this::adviceHere, bus::advice);
    }

    Future<Advice> adviceHere(String id) {
        return writers.stateOf(id).compose(state -> writers.namesakesOf(id)
                .compose(namesakes -> vertx.executeBlocking(() -> Advice.of(state.hospital(), namesakes), false)));
    }

    @Override
    public Future<@Nullable String> firstName(HospitalId hospital, StaffKey staff) {
        return work.identities()
                .of(hospital.value(), List.of(staff.value()))
                .map(known -> known.containsKey(staff.value())
                        ? known.get(staff.value()).given()
                        : null);
    }

    @Override
    public Future<Imagined> imagine(HospitalId hospital, WhatIf whatIf) {
        return asked(hospital, id -> imagineHere(id, whatIf), (owner, id) -> bus.imagine(owner, id, whatIf));
    }

    Future<Imagined> imagineHere(String id, WhatIf whatIf) {
        HospitalVerticle verticle = writers.of(id);
        return verticle == null
                ? Future.failedFuture(new OwnerAway("The writer of " + id + " is not on this member"))
                : verticle.imagine(whatIf);
    }

    @Override
    public Future<@Nullable IdentityRow> patient(HospitalId hospital, PatientKey patient) {
        return work.identities()
                .of(hospital.value(), List.of(patient.value()))
                .map(known -> known.get(patient.value()));
    }

    @Override
    public Future<@Nullable String> words(HospitalId hospital, String key) {
        return work.identities()
                .of(hospital.value(), List.of(key))
                .map(known -> known.containsKey(key) ? known.get(key).text() : null);
    }

    @Override
    public Future<Boolean> erase(HospitalId hospital, PatientKey patient) {
        return asked(hospital, id -> eraseHere(id, patient), (owner, id) -> bus.erase(owner, id, patient));
    }

    /** As {@link #erase}, for the event bus: here or not at all. */
    Future<Boolean> eraseHere(String id, PatientKey patient) {
        HospitalVerticle verticle = writers.of(id);
        return verticle == null
                ? Future.failedFuture(new OwnerAway("The writer of " + id + " is not on this member"))
                : verticle.erase(patient);
    }

    @Override
    public List<HospitalDefinition> list() {
        return definitions.all();
    }

    @Override
    public Future<Answer> define(HospitalId hospital, HospitalDefinition definition) {
        String id = hospital.value();
        return work.journal()
                .create(id)
                .compose(created -> definitions.read(id))
                .compose(there -> there.isPresent() && there.get().definition().equals(definition)
                        ? Future.succeededFuture(new Answer.Repeated(there.get().seq()))
                        : defineAnew(id, definition, there.map(Definitions.InForce::seq)));
    }

    /** {@code before}: the event behind the definition that is in force. To go back to an older definition is no repeat. */
    private Future<Answer> defineAnew(String id, HospitalDefinition definition, Optional<Long> before) {
        byte[] hash = ContentHash.of(work.codec().encode(new HospitalDefined(definition)));
        String message = "definition/" + UUID.nameUUIDFromBytes(hash) + "/" + before.orElse(0L);
        Input define = new Input.Define(new MessageKey(Turn.FLYT, message), definition);
        definitions.announce(id);
        return submitWhenOwned(id, List.of(new Submission(define, hash, List.of(), null)), 50)
                .compose(answers -> definitions.read(id).map(read -> answers.get(0)));
    }

    /** A new hospital's writer takes a moment to be there. */
    private Future<List<Answer>> submitWhenOwned(String id, List<Submission> submissions, int tries) {
        return submitToOwner(id, submissions).recover(failure -> {
            if (!(failure instanceof OwnerAway) || tries == 0) {
                return Future.failedFuture(failure);
            }
            return vertx.timer(100, java.util.concurrent.TimeUnit.MILLISECONDS)
                    .compose(waited -> submitWhenOwned(id, submissions, tries - 1));
        });
    }

    @Override
    public Future<HospitalDefinition> definition(HospitalId hospital) {
        HospitalDefinition definition = definitions.of(hospital.value());
        return definition == null
                ? Future.failedFuture(new UnknownHospital(hospital))
                : Future.succeededFuture(definition);
    }

    @Override
    public Future<ClockReading> clock(HospitalId hospital) {
        String id = hospital.value();
        if (definitions.of(id) == null) {
            return Future.failedFuture(new UnknownHospital(hospital));
        }
        HospitalVerticle verticle = writers.of(id);
        if (verticle != null) {
            return verticle.clock();
        }
        return writers.ownerOf(id)
                .filter(owner -> !owner.equals(grid.memberId()))
                .map(owner -> bus.clock(owner, id))
                .orElseGet(() -> Future.failedFuture(new OwnerAway("The writer of " + id + " is getting ready")));
    }

    @Override
    public Future<ClockReading> setClock(HospitalId hospital, @Nullable Instant time, double rate) {
        HospitalDefinition definition = definitions.of(hospital.value());
        if (definition != null && definition.clock() != ClockKind.DRIVEN) {
            return Future.failedFuture(new ClockRefused(ClockRefused.Reason.NOT_DRIVEN));
        }
        return clock(hospital).compose(now -> {
            Instant from = time == null ? now.time() : time;
            if (from.isBefore(now.time())) {
                return Future.failedFuture(new ClockRefused(ClockRefused.Reason.TIME_GOES_BACK));
            }
            Input set = new Input.SetClock(new MessageKey(Turn.FLYT, "clock/" + UUID.randomUUID()), from, rate);
            return submit(hospital, List.of(new Submission(set, null, List.of(), from)))
                    .compose(done -> clock(hospital));
        });
    }

    // --- streams -------------------------------------------------------------------------------------------------

    /** Why there is no such stream; empty when there is. From memory. */
    public Optional<StreamRefusal> refusal(Stream stream) {
        return definitions.refusal(stream);
    }

    @Override
    public @Nullable String zoneOf(HospitalId hospital, WardId ward) {
        return definitions.zoneOf(hospital.value(), ward.value());
    }

    /** All rows of a stream as of one moment: the writer's own where it is here, else the grid's. */
    public Future<StreamRows> snapshot(Stream stream) {
        HospitalVerticle verticle = writers.of(stream.hospital());
        if (verticle != null) {
            return verticle.snapshot(stream);
        }
        return work.grid().read(stream).compose(found -> found.map(Future::succeededFuture)
                .orElseGet(() ->
                        Future.failedFuture(new OwnerAway("Nobody has filled in the rows of " + stream.hospital()))));
    }

    /** The hospital's last beat, where its writer is on this member. */
    public Optional<byte[]> beat(String hospital) {
        HospitalVerticle verticle = writers.of(hospital);
        return verticle == null ? Optional.empty() : verticle.beat();
    }
}
