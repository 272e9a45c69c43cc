package flyt.journal;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import flyt.domain.Hospital;
import flyt.domain.alert.Scores;
import flyt.domain.bed.Bed;
import flyt.domain.bed.Beds;
import flyt.domain.conflict.Conflict;
import flyt.domain.conflict.Dismissals;
import flyt.domain.duty.Duties;
import flyt.domain.duty.Message;
import flyt.domain.duty.Worker;
import flyt.domain.event.Event;
import flyt.domain.event.Recorded;
import flyt.domain.event.Source;
import flyt.domain.feed.Feeds;
import flyt.domain.forecast.Forecasts;
import flyt.domain.lab.Labs;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.Places;
import flyt.domain.place.WardId;
import flyt.domain.placement.Request;
import flyt.domain.placement.Requests;
import flyt.domain.placement.Sex;
import flyt.domain.priority.RuleSet;
import flyt.domain.priority.Team;
import flyt.domain.sampling.Sampling;
import flyt.domain.staff.Staffing;
import flyt.domain.stay.PatientLink;
import flyt.domain.stay.StayFact;
import flyt.domain.stay.StayId;
import flyt.domain.stay.Stays;
import flyt.domain.stay.Told;
import flyt.domain.stay.VisitNumber;
import flyt.domain.task.Task;
import flyt.domain.task.Tasks;
import flyt.domain.threshold.Watching;
import flyt.domain.undo.Undoables;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hospitals as snapshots keep them: JSON with what was told and is still in memory. What follows from it (courses, who is
 * where, conflicts) is worked out again when it is read, so a better rule needs no new format.
 */
public final class StateCodec {
    /** Number of the body's format. It grows whenever {@link HospitalBody} or a record in it changes its fields. */
    public static final int FORMAT = 11;

    private static final ObjectWriter WRITER;
    private static final ObjectReader READER;

    static {
        JsonMapper json = JournalJson.mapper();
        json.addMixIn(Told.class, ToldWithType.class);
        json.addMixIn(Recorded.class, RecordedWithType.class);
        WRITER = json.writerFor(HospitalBody.class);
        READER = json.readerFor(HospitalBody.class);
    }

    private StateCodec() {}

    /** The body of a snapshot of the hospital, UTF-8. */
    public static byte[] encode(Hospital hospital) {
        try {
            return WRITER.writeValueAsBytes(HospitalBody.of(hospital));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot encode the hospital", e);
        }
    }

    /**
     * The hospital of a snapshot's body.
     *
     * @throws UnreadableSnapshot when the body is not of this format
     */
    public static Hospital decode(byte[] body) {
        try {
            return READER.<HospitalBody>readValue(body).hospital();
        } catch (IOException | RuntimeException e) {
            throw new UnreadableSnapshot(e);
        }
    }

    /** A fact in a snapshot names its type. */
    private interface ToldWithType {
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
        StayFact fact();
    }

    /** And so does a recorded event. */
    private interface RecordedWithType {
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
        Event event();
    }

    /** A hospital's parts as fields. */
    private record HospitalBody(
            Instant recordedAt,
            HospitalDefinition definition,
            @Nullable LocalDate today,
            Places.@Nullable Clock clock,
            List<VisitNumber> stays,
            Collection<PatientLink> patients,
            Map<BedId, Bed> beds,
            long nextRequest,
            Collection<Request> requests,
            Map<StayId, Sex> sexes,
            long nextTask,
            Collection<Task> tasks,
            @Nullable Instant routinesUpTo,
            RuleSet rules,
            Duties.@Nullable Adoption adopted,
            Collection<Team> offered,
            Collection<Worker> workers,
            Collection<Message> messages,
            List<Recorded> labs,
            Map<StayId, Scores.Series> scores,
            Map<StayId, Staffing.OfStay> staffing,
            Map<WardId, Staffing.Latest<Staffing.RoleHolder>> coordinators,
            Map<Source, Instant> lastFacts,
            Map<Source, Instant> silent,
            Map<Source, Instant> rejecting,
            Collection<Conflict.Key> dismissed,
            Undoables undoables,
            Forecasts forecasts,
            Watching watching,
            Sampling sampling) {

        static HospitalBody of(Hospital hospital) {
            return new HospitalBody(
                    hospital.recordedAt(),
                    hospital.places().definition(),
                    hospital.places().today(),
                    hospital.places().clock(),
                    hospital.stays().visitNumbers(),
                    hospital.stays().patientLinks(),
                    hospital.beds().conditions(),
                    hospital.requests().nextNumber(),
                    hospital.requests().open(),
                    hospital.requests().sexes(),
                    hospital.tasks().nextNumber(),
                    hospital.tasks().open(),
                    hospital.tasks().routinesUpTo(),
                    hospital.duties().rules(),
                    hospital.duties().adopted(),
                    hospital.duties().offered(),
                    hospital.duties().workers().values(),
                    hospital.duties().messages().values(),
                    hospital.labs().reports(),
                    hospital.scores().all(),
                    hospital.staffing().byStay(),
                    hospital.staffing().coordinators(),
                    hospital.feeds().lastFacts(),
                    hospital.feeds().silent(),
                    hospital.feeds().rejecting(),
                    hospital.dismissals().keys(),
                    hospital.undoables(),
                    hospital.forecasts(),
                    hospital.watching(),
                    hospital.sampling());
        }

        Hospital hospital() {
            return new Hospital(
                    Places.of(definition, today, clock),
                    Stays.of(stays, patients, definition.byHand()),
                    Beds.of(beds),
                    Requests.of(nextRequest, requests, sexes),
                    Tasks.of(nextTask, tasks, rules.limits(), routinesUpTo),
                    Duties.of(rules, adopted, offered, workers, messages),
                    Labs.of(labs),
                    Scores.of(scores),
                    Staffing.of(staffing, coordinators),
                    Feeds.of(lastFacts, silent, rejecting),
                    Dismissals.of(dismissed),
                    undoables,
                    forecasts,
                    watching,
                    sampling,
                    recordedAt);
        }
    }
}
