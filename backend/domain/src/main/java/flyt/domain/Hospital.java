package flyt.domain;

import flyt.domain.alert.AlertEvent;
import flyt.domain.alert.Scores;
import flyt.domain.bed.Bed;
import flyt.domain.bed.BedEvent;
import flyt.domain.bed.BedEvent.ReportedStatus;
import flyt.domain.bed.Beds;
import flyt.domain.bed.Hygiene;
import flyt.domain.conflict.ConflictEvent;
import flyt.domain.conflict.Dismissals;
import flyt.domain.duty.Duties;
import flyt.domain.duty.DutyEvent;
import flyt.domain.duty.MessageEvent;
import flyt.domain.event.Event;
import flyt.domain.event.EventHeader;
import flyt.domain.event.Recorded;
import flyt.domain.event.StaffKey;
import flyt.domain.feed.FeedEvent;
import flyt.domain.feed.Feeds;
import flyt.domain.forecast.ForecastEvent;
import flyt.domain.forecast.Forecasts;
import flyt.domain.lab.LabEvent;
import flyt.domain.lab.LabOrder;
import flyt.domain.lab.Labs;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition.ByHand;
import flyt.domain.place.HospitalDefinition.Standing;
import flyt.domain.place.PlaceEvent;
import flyt.domain.place.PlaceEvent.HospitalDefined;
import flyt.domain.place.Places;
import flyt.domain.placement.PlacementEvent;
import flyt.domain.placement.Requests;
import flyt.domain.sampling.Sampling;
import flyt.domain.sampling.SamplingEvent;
import flyt.domain.staff.StaffEvent;
import flyt.domain.staff.StaffEvent.Assigned;
import flyt.domain.staff.Staffing;
import flyt.domain.staff.Staffing.Latest;
import flyt.domain.staff.Staffing.OfStay;
import flyt.domain.stay.Course;
import flyt.domain.stay.HandWord;
import flyt.domain.stay.HandWords;
import flyt.domain.stay.StayEvent;
import flyt.domain.stay.StayEvent.StaysArchived;
import flyt.domain.stay.StayId;
import flyt.domain.stay.Stays;
import flyt.domain.task.CleaningEvent;
import flyt.domain.task.RoutineEvent;
import flyt.domain.task.Task;
import flyt.domain.task.TaskEvent;
import flyt.domain.task.TaskStatus;
import flyt.domain.task.Tasks;
import flyt.domain.threshold.ThresholdEvent;
import flyt.domain.threshold.Watching;
import flyt.domain.undo.UndoEvent.Undone;
import flyt.domain.undo.Undoables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A hospital at one moment: everything that its events so far add up to. A value: applying an event gives another one, and the
 * same events give the same hospital on any machine at any time.
 *
 * @param recordedAt hospital time of the last event; it never goes backwards
 */
public record Hospital(
        Places places,
        Stays stays,
        Beds beds,
        Requests requests,
        Tasks tasks,
        Duties duties,
        Labs labs,
        Scores scores,
        Staffing staffing,
        Feeds feeds,
        Dismissals dismissals,
        Undoables undoables,
        Forecasts forecasts,
        Watching watching,
        Sampling sampling,
        Instant recordedAt) {

    /** The hospital after its first event. */
    public static Hospital begin(EventHeader header, HospitalDefined first) {
        return new Hospital(
                Places.of(first.definition()),
                Stays.NONE.under(first.definition().byHand()),
                Beds.FRESH,
                Requests.NONE,
                Tasks.NONE,
                Duties.NONE,
                Labs.NONE,
                Scores.NONE,
                Staffing.NONE,
                Feeds.NONE,
                Dismissals.NONE,
                Undoables.NONE,
                Forecasts.NONE,
                Watching.NONE,
                Sampling.NONE,
                header.recordedAt());
    }

    /**
     * The hospital after one event more.
     *
     * @throws IllegalArgumentException for an event that belongs to no capability; a replay stops loudly
     */
    public Hospital apply(Recorded recorded) {
        EventHeader header = recorded.header();
        Event event = recorded.event();
        Hospital next;
        if (event instanceof StayEvent e) {
            next = e instanceof StaysArchived archived ? withoutDetails(archived.stays()) : this;
            next = next.with(e.applyTo(stays, header));
        } else if (event instanceof BedEvent e) {
            next = with(e.applyTo(beds, header)).withoutDismissalsOfAnEndedClosing(beds, e.bed());
        } else if (event instanceof PlacementEvent e) {
            next = with(e.applyTo(requests, header));
        } else if (event instanceof CleaningEvent e) {
            next = with(e.applyTo(tasks, header));
        } else if (event instanceof TaskEvent e) {
            next = with(e.applyTo(tasks, header));
        } else if (event instanceof RoutineEvent e) {
            next = with(e.applyTo(tasks));
        } else if (event instanceof DutyEvent e) {
            Duties then = e.applyTo(duties, header);
            next = with(then).with(tasks.under(then.rules().limits()));
        } else if (event instanceof MessageEvent e) {
            next = with(e.applyTo(duties, header));
        } else if (event instanceof LabEvent e) {
            next = with(e.applyTo(labs, header));
        } else if (event instanceof AlertEvent e) {
            next = with(e.applyTo(scores, header));
        } else if (event instanceof StaffEvent e) {
            next = with(e.applyTo(staffing, header));
        } else if (event instanceof PlaceEvent e) {
            next = with(e.applyTo(places)).withStandingOfHands();
        } else if (event instanceof FeedEvent e) {
            next = with(e.applyTo(feeds));
        } else if (event instanceof ConflictEvent e) {
            next = with(e.applyTo(dismissals));
        } else if (event instanceof ForecastEvent e) {
            next = with(e.applyTo(forecasts));
        } else if (event instanceof ThresholdEvent e) {
            next = with(e.applyTo(watching, header));
        } else if (event instanceof SamplingEvent e) {
            next = with(e.applyTo(sampling, header));
        } else if (event instanceof Undone e) {
            next = Undoing.undone(this, e);
        } else {
            throw new IllegalArgumentException(
                    "No capability knows " + event.getClass().getName());
        }
        return next.with(Undoing.after(this, next, recorded)).recorded(header);
    }

    /** How the bed is used now (domain 3.7): worked out from who holds it, the open clean and its condition. */
    public BedUse use(BedId bed) {
        SortedSet<StayId> holders = stays.occupants(bed);
        if (!holders.isEmpty()) {
            return holders.stream().allMatch(stay -> away(stay, bed)) ? BedUse.HELD : BedUse.OCCUPIED;
        }
        Task task = tasks.ofBed(bed);
        if (task != null && task.status().begun()) {
            return task.status() == TaskStatus.PAUSED ? BedUse.CLEANING_PAUSED : BedUse.BEING_CLEANED;
        }
        Hygiene condition = beds.of(bed).hygiene();
        if (!condition.clean()) {
            return condition.airing() ? BedUse.AIR_CHANGE : BedUse.WAITING_CLEANING;
        }
        return condition.made() ? BedUse.READY : BedUse.NOT_MADE;
    }

    /** The bed's status as HL7 table 0116 and FHIR have it: for export, it says less than {@link #use} and the class do. */
    public ReportedStatus status(BedId bed) {
        return BedStatusRules.of(this, bed);
    }

    private boolean away(StayId stay, BedId bed) {
        Course course = stays.course(stay);
        Course.Holding holding = course == null ? null : course.holdings().get(bed);
        return course != null && course.away() != null && holding != null && !holding.lingers();
    }

    /** The laboratory orders of the stay, those told under visit numbers merged into it included. */
    public List<LabOrder> labsOf(StayId stay) {
        List<LabOrder> orders = new ArrayList<>();
        stays.numbers(stay).forEach(number -> orders.addAll(labs.of(number)));
        return orders;
    }

    /** The early-warning scores of the stay, or null. */
    public Scores.@Nullable Series scoresOf(StayId stay) {
        return stays.numbers(stay).stream()
                .map(scores::of)
                .filter(Objects::nonNull)
                .max(Comparator.comparing(series -> series.latest().measuredAt()))
                .orElse(null);
    }

    /** The responsible nurse of the stay, or null. */
    public @Nullable StaffKey nurseOf(Course course) {
        HandWord<StaffKey> word = wordsOf(course).nurse();
        return word == null ? firstTold(course.stay(), staffing::nurse) : word.value();
    }

    /** The responsible doctor of the stay, or null. */
    public @Nullable StaffKey doctorOf(Course course) {
        HandWord<StaffKey> word = wordsOf(course).doctor();
        return word == null ? firstTold(course.stay(), staffing::doctor) : word.value();
    }

    /** The words said by hand about the stay that show: no system's later word has taken their place. */
    public HandWords wordsOf(Course course) {
        HandWords words = course.byHand();
        if (words.equals(HandWords.NONE)) {
            return words;
        }
        StayId stay = course.stay();
        ByHand standing = places.definition().byHand();
        return words.withStaff(
                showing(words.nurse(), standing.nurse(), stay, OfStay::nurse),
                showing(words.doctor(), standing.doctor(), stay, OfStay::doctor));
    }

    private @Nullable HandWord<StaffKey> showing(
            @Nullable HandWord<StaffKey> word,
            Standing standing,
            StayId stay,
            Function<OfStay, @Nullable Latest<Assigned>> reported) {
        if (word == null || standing == Standing.HOLDS) {
            return word;
        }
        boolean overtaken = stays.numbers(stay).stream()
                .map(number -> staffing.byStay().get(number))
                .filter(Objects::nonNull)
                .map(reported)
                .filter(Objects::nonNull)
                .anyMatch(told -> told.told().effectiveAt().isAfter(word.at()));
        return overtaken ? null : word;
    }

    /** The care weight of the stay, 1 to 5, or null. */
    public @Nullable Integer careWeightOf(StayId stay) {
        return firstTold(stay, staffing::careWeight);
    }

    private <T> @Nullable T firstTold(StayId stay, Function<StayId, @Nullable T> told) {
        return stays.numbers(stay).stream()
                .map(told)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Hospital withoutDetails(List<StayId> stayIds) {
        List<StayId> gone =
                stayIds.stream().flatMap(stay -> stays.numbers(stay).stream()).toList();
        Dismissals left = dismissals;
        for (StayId stay : gone) {
            left = left.without(stay);
        }
        return with(labs.without(gone))
                .with(scores.without(gone))
                .with(staffing.without(gone))
                .with(requests.without(gone))
                .with(left);
    }

    private Hospital withoutDismissalsOfAnEndedClosing(Beds before, BedId bed) {
        Bed.Closure was = before.of(bed).closure();
        return was == null || was.equals(beds.of(bed).closure()) ? this : with(dismissals.without(bed));
    }

    private Hospital recorded(EventHeader header) {
        Parts next = new Parts(this);
        next.feeds = feeds.heard(header.message().source(), header.recordedAt());
        next.recordedAt = header.recordedAt();
        return next.whole();
    }

    private Hospital withStandingOfHands() {
        return with(stays.under(places.definition().byHand()));
    }

    private Hospital with(Undoables newUndoables) {
        Parts next = new Parts(this);
        next.undoables = newUndoables;
        return next.whole();
    }

    private Hospital with(Places newPlaces) {
        Parts next = new Parts(this);
        next.places = newPlaces;
        return next.whole();
    }

    Hospital with(Stays newStays) {
        Parts next = new Parts(this);
        next.stays = newStays;
        return next.whole();
    }

    Hospital with(Beds newBeds) {
        Parts next = new Parts(this);
        next.beds = newBeds;
        return next.whole();
    }

    Hospital with(Tasks newTasks) {
        Parts next = new Parts(this);
        next.tasks = newTasks;
        return next.whole();
    }

    private Hospital with(Requests newRequests) {
        Parts next = new Parts(this);
        next.requests = newRequests;
        return next.whole();
    }

    private Hospital with(Duties newDuties) {
        Parts next = new Parts(this);
        next.duties = newDuties;
        return next.whole();
    }

    private Hospital with(Labs newLabs) {
        Parts next = new Parts(this);
        next.labs = newLabs;
        return next.whole();
    }

    private Hospital with(Scores newScores) {
        Parts next = new Parts(this);
        next.scores = newScores;
        return next.whole();
    }

    private Hospital with(Staffing newStaffing) {
        Parts next = new Parts(this);
        next.staffing = newStaffing;
        return next.whole();
    }

    private Hospital with(Feeds newFeeds) {
        Parts next = new Parts(this);
        next.feeds = newFeeds;
        return next.whole();
    }

    private Hospital with(Forecasts newForecasts) {
        Parts next = new Parts(this);
        next.forecasts = newForecasts;
        return next.whole();
    }

    Hospital with(Dismissals newDismissals) {
        Parts next = new Parts(this);
        next.dismissals = newDismissals;
        return next.whole();
    }

    private Hospital with(Watching newWatching) {
        Parts next = new Parts(this);
        next.watching = newWatching;
        return next.whole();
    }

    private Hospital with(Sampling newSampling) {
        Parts next = new Parts(this);
        next.sampling = newSampling;
        return next.whole();
    }

    /** What a hospital is made of, to change some of it. */
    private static final class Parts {
        private Places places;
        private Stays stays;
        private Beds beds;
        private Requests requests;
        private Tasks tasks;
        private Duties duties;
        private Labs labs;
        private Scores scores;
        private Staffing staffing;
        private Feeds feeds;
        private Dismissals dismissals;
        private Undoables undoables;
        private Forecasts forecasts;
        private Watching watching;
        private Sampling sampling;
        private Instant recordedAt;

        Parts(Hospital of) {
            places = of.places;
            stays = of.stays;
            beds = of.beds;
            requests = of.requests;
            tasks = of.tasks;
            duties = of.duties;
            labs = of.labs;
            scores = of.scores;
            staffing = of.staffing;
            feeds = of.feeds;
            dismissals = of.dismissals;
            undoables = of.undoables;
            forecasts = of.forecasts;
            watching = of.watching;
            sampling = of.sampling;
            recordedAt = of.recordedAt;
        }

        Hospital whole() {
            return new Hospital(
                    places,
                    stays,
                    beds,
                    requests,
                    tasks,
                    duties,
                    labs,
                    scores,
                    staffing,
                    feeds,
                    dismissals,
                    undoables,
                    forecasts,
                    watching,
                    sampling,
                    recordedAt);
        }
    }
}
