package flyt.access;

import flyt.journal.WireNames;
import org.jspecify.annotations.Nullable;

/** Something that is shown. */
public enum View {
    /** A ward's board, at level 1 to {@value #LEVEL_MAX}. Scope: a ward. */
    WARD(Breadth.PLACE),
    /** The hospital's figures: counts, no patient. */
    HOUSE(Breadth.HOSPITAL),
    /** The same with every bed beside it, without identity: what patients are placed by. */
    CAPACITY(Breadth.HOSPITAL),
    /** Every bed, without identity. */
    BEDS(Breadth.PLACE),
    /** Every task, without identity. Scope: a zone, or all. */
    TASKS(Breadth.PLACE),
    /** What a team has to do, without identity. Scope: a team. */
    QUEUE(Breadth.HOSPITAL),
    /** The same with who of the team is on duty, and where. Scope: a team. */
    CREW(Breadth.HOSPITAL),
    /** The name and the birth date of whom one moves, while one is with them. */
    TASK_PATIENT(Breadth.HOSPITAL),
    CONFLICTS(Breadth.PLACE),
    /** Who waits for a bed, by initials and year, and which beds suit. Scope: the ward that is asked, or all. */
    REQUESTS(Breadth.PLACE),
    /** Figures beyond their limits, the level of preparedness with its actions, the count of 07:00; no patient. */
    ALERTS(Breadth.HOSPITAL),
    /** What happened to one patient's stay. Scope: the ward it is asked for. */
    STAY(Breadth.PLACE),
    /** The other views as they were; each of them is asked for too. */
    PAST(Breadth.HOSPITAL),
    /** How long work took and how much there was of it, by team, place and time; nothing by person. */
    FIGURES(Breadth.HOSPITAL),
    /** By which rules work is put in order and handed out. */
    RULES(Breadth.HOSPITAL),
    /** How many will lie where in the next two days, and how right that was before. */
    FORECAST(Breadth.HOSPITAL),
    /** The messages of other systems, those to them, and what became of each; of people the shape alone. */
    INBOX(Breadth.HOSPITAL),
    /** Figures about the server. */
    METRICS(Breadth.ANYWHERE),
    /** Which hospitals, wards and beds there are. */
    DEFINITION(Breadth.HOSPITAL),
    ACCESS_LOG(Breadth.HOSPITAL),
    SCREENS(Breadth.HOSPITAL),
    ACCOUNTS(Breadth.HOSPITAL),
    /** What is stored about oneself. */
    MY_DATA(Breadth.ANYWHERE);

    /** The level of a person's own device: names and birth dates. */
    public static final int LEVEL_MAX = 4;

    private final Breadth breadth;

    View(Breadth breadth) {
        this.breadth = breadth;
    }

    /** The name on the wire: {@code access-log}. */
    public String wire() {
        return WireNames.of(this);
    }

    /** The view of this name on the wire, or null. */
    public static @Nullable View of(String wire) {
        return WireNames.parse(View.class, wire);
    }

    /** Whether it has levels; the others have one, 1. */
    public boolean hasLevels() {
        return this == WARD;
    }

    /** What a scope on the wire means here: {@code -} is all of the hospital. */
    Where where(String scope) {
        if (scope.equals("-") || this == QUEUE || this == CREW) {
            return Where.WHOLE;
        }
        return this == TASKS ? Where.zone(scope) : Where.ward(scope);
    }

    Breadth breadth() {
        return breadth;
    }
}
