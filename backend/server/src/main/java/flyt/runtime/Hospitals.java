package flyt.runtime;

import flyt.board.Stream;
import flyt.domain.event.Source;
import flyt.domain.event.StaffKey;
import flyt.domain.forecast.WhatIf;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalId;
import flyt.domain.place.WardId;
import flyt.domain.placement.RequestId;
import flyt.domain.stay.PatientKey;
import flyt.domain.stay.StayId;
import flyt.journal.IdentityRow;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All hospitals of this installation, wherever their owners are: what every door of the house calls.
 *
 * <p>Futures fail with {@link UnknownHospital}, with {@link OwnerAway} while nobody owns the hospital, with
 * {@link flyt.journal.JournalAway} while the journal does, with {@link TooBusy} when too much waits already, and with what
 * a method names besides. In each of these cases nothing was acknowledged and the same may be sent again.
 */
public interface Hospitals {

    /**
     * Tells a hospital these things in this order.
     *
     * @return one answer for each, in their order, once what was accepted is on disk
     */
    Future<List<Answer>> submit(HospitalId hospital, List<Submission> submissions);

    /** A sender gave a sign, besides the facts that it told. Nothing is journaled. */
    Future<Void> feedHeard(HospitalId hospital, Source source, FeedSign sign);

    /** How the feeds of the hospital are now, by the definition's order. */
    Future<List<FeedState>> feeds(HospitalId hospital);

    /**
     * All rows of a stream.
     *
     * @param back null: as they are now
     * @return fails with {@link UnknownWard} when a ward's stream names none
     */
    Future<RowsAt> rows(Stream stream, @Nullable LookBack back);

    /** The day of a moment as it was, without anybody in it. */
    Future<PastDay> day(HospitalId hospital, Instant at);

    /** A stay with everything told about it; null when nothing was. */
    Future<@Nullable StayHistory> stay(HospitalId hospital, StayId stay);

    /** The wards that something concerns now; none for what the hospital does not know. */
    Future<Set<WardId>> wards(HospitalId hospital, Subject subject);

    /** Where somebody is named now, who has or had these keys. */
    Future<NamedWork> named(HospitalId hospital, Set<StaffKey> keys);

    /** The rules by which work is put in order there now. */
    Future<RulesInForce> rules(HospitalId hospital);

    /** How every bed suits one who waits for one. */
    Future<BedFits> bedFits(HospitalId hospital, RequestId request);

    /** What would help those who wait for a bed most, worked out beside the writer; takes up to two seconds. */
    Future<Advice> advice(HospitalId hospital);

    /** What somebody is called on screens; null: it was erased, or nobody has said. */
    Future<@Nullable String> firstName(HospitalId hospital, StaffKey staff);

    /** What would come there if that were so, beside what will come as it is; nothing becomes of it. */
    Future<Imagined> imagine(HospitalId hospital, WhatIf whatIf);

    /** Who a patient is, as far as anybody has said; null: nobody has, or it was erased. Of protected ones too. */
    Future<@Nullable IdentityRow> patient(HospitalId hospital, PatientKey patient);

    /** The words behind a key that a hospital was told in their place; null: they were erased, or never were. */
    Future<@Nullable String> words(HospitalId hospital, String key);

    /**
     * Erases a patient's identity, under all numbers that were merged, with every text that may name that patient. The journal
     * keeps the opaque key.
     *
     * @return whether anybody was known behind the key
     */
    Future<Boolean> erase(HospitalId hospital, PatientKey patient);

    /** The definitions of all hospitals, by id. */
    List<HospitalDefinition> list();

    /**
     * Defines a hospital, or defines it anew. The definition has been checked.
     *
     * @return accepted, or repeated when this very definition is in force already
     */
    Future<Answer> define(HospitalId hospital, HospitalDefinition definition);

    /** The definition in force. */
    Future<HospitalDefinition> definition(HospitalId hospital);

    /** The zone of a ward for cleaners and porters, from memory; null: it has none, or nothing is known of it. */
    @Nullable
    String zoneOf(HospitalId hospital, WardId ward);

    /** What time it is there. */
    Future<ClockReading> clock(HospitalId hospital);

    /**
     * Sets the clock of a driven hospital.
     *
     * @param time from which it goes on; null: from now
     * @param rate seconds of hospital time per second, 0 stands still
     * @return the clock afterwards; fails with {@link ClockRefused}
     */
    Future<ClockReading> setClock(HospitalId hospital, @Nullable Instant time, double rate);
}
