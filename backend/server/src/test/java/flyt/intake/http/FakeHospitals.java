package flyt.intake.http;

import flyt.board.Stream;
import flyt.domain.event.Source;
import flyt.domain.event.StaffKey;
import flyt.domain.forecast.RollCall;
import flyt.domain.forecast.RollCall.InWard;
import flyt.domain.forecast.WhatIf;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalId;
import flyt.domain.place.WardId;
import flyt.domain.placement.RequestId;
import flyt.domain.priority.StandardRuleSet;
import flyt.domain.stay.PatientKey;
import flyt.domain.stay.StayId;
import flyt.journal.IdentityRow;
import flyt.runtime.Advice;
import flyt.runtime.Answer;
import flyt.runtime.BedFits;
import flyt.runtime.ClockReading;
import flyt.runtime.FeedSign;
import flyt.runtime.FeedState;
import flyt.runtime.Hospitals;
import flyt.runtime.Imagined;
import flyt.runtime.LookBack;
import flyt.runtime.NamedWork;
import flyt.runtime.PastDay;
import flyt.runtime.RowsAt;
import flyt.runtime.RulesInForce;
import flyt.runtime.StayHistory;
import flyt.runtime.Subject;
import flyt.runtime.Submission;
import flyt.runtime.UnknownHospital;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hospitals that keep what they are told and answer what a test says. */
final class FakeHospitals implements Hospitals {
    /** Two wards in which nobody lies. */
    private static final RollCall EMPTY = new RollCall(
            Instant.EPOCH,
            ZoneOffset.UTC,
            List.of(),
            new TreeMap<>(Map.of(
                    new WardId("LUN"), new InWard(0, 27, 20),
                    new WardId("MED"), new InWard(0, 27, 20))));

    static final Instant NOW = Instant.parse("2026-11-12T09:42:00Z");

    final HospitalDefinition fjordvik;
    final List<Submission> told = new CopyOnWriteArrayList<>();
    final List<Source> alive = new CopyOnWriteArrayList<>();
    final List<PatientKey> erased = new CopyOnWriteArrayList<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile Supplier<Answer> answer = this::accepted;
    volatile @Nullable RuntimeException failure;
    volatile @Nullable StayHistory stay;
    volatile @Nullable IdentityRow patient;
    volatile RulesInForce rules = new RulesInForce(StandardRuleSet.SET, null);
    volatile BedFits fits = new BedFits(null, null, new JsonArray());
    volatile Set<WardId> wards = Set.of(new WardId("LUN"));

    private final AtomicLong seq = new AtomicLong();

    FakeHospitals(HospitalDefinition fjordvik) {
        this.fjordvik = fjordvik;
    }

    Answer accepted() {
        return new Answer.Accepted(seq.incrementAndGet(), List.of());
    }

    @Override
    public Future<List<Answer>> submit(HospitalId hospital, List<Submission> submissions) {
        return of(hospital, () -> {
            told.addAll(submissions);
            return submissions.stream().map(one -> answer.get()).toList();
        });
    }

    @Override
    public Future<Void> feedHeard(HospitalId hospital, Source source, FeedSign sign) {
        return of(hospital, () -> alive.add(source)).mapEmpty();
    }

    @Override
    public Future<List<FeedState>> feeds(HospitalId hospital) {
        return of(hospital, List::of);
    }

    @Override
    public Future<RowsAt> rows(Stream stream, @Nullable LookBack back) {
        Instant at = back == null ? null : back.at();
        asked.add(stream.name() + " " + at + (back != null && back.named() ? " named" : ""));
        List<byte[]> rows = List.of(row("{\"key\":\"house\"}"), row("{\"key\":\"ward/LUN\"}"));
        return of(new HospitalId(stream.hospital()), () -> new RowsAt(7, at == null ? NOW : at, NOW, rows));
    }

    @Override
    public Future<PastDay> day(HospitalId hospital, Instant at) {
        return of(hospital, () -> new PastDay(at, at, java.time.ZoneOffset.UTC, true, List.of(), List.of()));
    }

    private static byte[] row(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Future<@Nullable StayHistory> stay(HospitalId hospital, StayId visit) {
        asked.add(visit.value());
        return of(hospital, () -> stay);
    }

    @Override
    public Future<Set<WardId>> wards(HospitalId hospital, Subject subject) {
        return of(hospital, () -> wards);
    }

    @Override
    public Future<NamedWork> named(HospitalId hospital, Set<StaffKey> keys) {
        return of(hospital, () -> NamedWork.NONE);
    }

    @Override
    public Future<RulesInForce> rules(HospitalId hospital) {
        return of(hospital, () -> rules);
    }

    @Override
    public Future<BedFits> bedFits(HospitalId hospital, RequestId request) {
        return of(hospital, () -> fits);
    }

    @Override
    public Future<Advice> advice(HospitalId hospital) {
        return of(hospital, () -> new Advice(new JsonObject()));
    }

    @Override
    public Future<@Nullable String> firstName(HospitalId hospital, StaffKey staff) {
        return of(hospital, () -> "Emil");
    }

    @Override
    public Future<Imagined> imagine(HospitalId hospital, WhatIf whatIf) {
        return of(hospital, () -> new Imagined(whatIf.contradiction(EMPTY), "{\"asItIs\":[],\"imagined\":[]}"));
    }

    @Override
    public Future<@Nullable IdentityRow> patient(HospitalId hospital, PatientKey key) {
        asked.add(key.value());
        return of(hospital, () -> patient);
    }

    @Override
    public Future<@Nullable String> words(HospitalId hospital, String key) {
        return of(hospital, () -> null);
    }

    @Override
    public Future<Boolean> erase(HospitalId hospital, PatientKey patient) {
        return of(hospital, () -> erased.add(patient));
    }

    @Override
    public List<HospitalDefinition> list() {
        return List.of(fjordvik);
    }

    @Override
    public Future<Answer> define(HospitalId hospital, HospitalDefinition definition) {
        return definition.equals(fjordvik) ? of(hospital, answer) : Future.failedFuture("another definition");
    }

    @Override
    public Future<HospitalDefinition> definition(HospitalId hospital) {
        return hospital.equals(fjordvik.id())
                ? Future.succeededFuture(fjordvik)
                : Future.failedFuture(new UnknownHospital(hospital));
    }

    @Override
    public @Nullable String zoneOf(HospitalId hospital, WardId ward) {
        return fjordvik.wards().stream()
                .filter(one -> one.id().equals(ward))
                .map(HospitalDefinition.Ward::zone)
                .findFirst()
                .orElse(null);
    }

    @Override
    public Future<ClockReading> clock(HospitalId hospital) {
        return of(hospital, () -> new ClockReading(NOW, 60));
    }

    @Override
    public Future<ClockReading> setClock(HospitalId hospital, @Nullable Instant time, double rate) {
        return of(hospital, () -> new ClockReading(time == null ? NOW : time, rate));
    }

    private <T> Future<@Nullable T> of(HospitalId hospital, Supplier<@Nullable T> value) {
        RuntimeException trouble = failure;
        if (trouble != null) {
            return Future.failedFuture(trouble);
        }
        return definition(hospital).map(known -> value.get());
    }
}
