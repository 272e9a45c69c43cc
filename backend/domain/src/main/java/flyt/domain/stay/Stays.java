package flyt.domain.stay;

import flyt.domain.event.EventHeader;
import flyt.domain.place.BedId;
import flyt.domain.place.Place;
import flyt.domain.place.WardId;
import flyt.domain.stay.StayFact.BedsSwapped;
import flyt.domain.stay.StayFact.FactCancelled;
import flyt.domain.stay.StayFact.StaysMerged;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * All stays in memory: the facts told about each, the course they add up to, and who is where. Immutable; the indexes follow
 * from the courses.
 */
public final class Stays {

    /** No stays. */
    public static final Stays NONE = new Stays(
            TreePMap.empty(), TreePMap.empty(), TreePMap.empty(), TreePMap.empty(), TreePMap.empty(), TreePMap.empty());

    /** Which number a patient goes by, and the fact that said so last. */
    private record PatientLink(@Nullable PatientKey survivor, EventHeader header) {}

    private final TreePMap<StayId, TreePMap<FactKey, Told>> facts;
    private final TreePMap<StayId, StayId> merged;
    private final TreePMap<PatientKey, PatientLink> patientLinks;
    private final TreePMap<StayId, Course> courses;
    private final TreePMap<BedId, TreePSet<StayId>> occupants;
    private final TreePMap<WardId, TreePSet<StayId>> concerning;

    private Stays(
            TreePMap<StayId, TreePMap<FactKey, Told>> facts,
            TreePMap<StayId, StayId> merged,
            TreePMap<PatientKey, PatientLink> patientLinks,
            TreePMap<StayId, Course> courses,
            TreePMap<BedId, TreePSet<StayId>> occupants,
            TreePMap<WardId, TreePSet<StayId>> concerning) {
        this.facts = facts;
        this.merged = merged;
        this.patientLinks = patientLinks;
        this.courses = courses;
        this.occupants = occupants;
        this.concerning = concerning;
    }

    /** The stay that facts about this visit number belong to: itself, or the one it was merged into. */
    public StayId resolve(StayId stay) {
        return merged.getOrDefault(stay, stay);
    }

    /** The course of the stay, also by a visit number merged into it; null when nothing was ever told about it. */
    public @Nullable Course course(StayId stay) {
        return courses.get(resolve(stay));
    }

    /** All courses in memory, by visit number; merged ones under the number that survived. */
    public Collection<Course> courses() {
        return courses.values();
    }

    /** The stays that physically hold the bed, by visit number. */
    public SortedSet<StayId> occupants(BedId bed) {
        return occupants.getOrDefault(bed, TreePSet.empty());
    }

    /** The stays that have to do with the ward: lying there, expected there, or its responsibility elsewhere. */
    public SortedSet<StayId> concerning(WardId ward) {
        return concerning.getOrDefault(ward, TreePSet.empty());
    }

    /** The patient's key that counts after merges. */
    public PatientKey resolve(PatientKey patient) {
        PatientKey at = patient;
        for (int steps = 0; steps < 16; steps++) {
            PatientLink link = patientLinks.get(at);
            if (link == null || link.survivor() == null) {
                return at;
            }
            at = link.survivor();
        }
        return at;
    }

    /** Every fact of the stay in order, those of visit numbers merged into it included. */
    public Collection<Told> facts(StayId stay) {
        SortedMap<FactKey, Told> all = new TreeMap<>();
        numbers(stay).forEach(number -> all.putAll(facts.getOrDefault(number, TreePMap.empty())));
        return all.values();
    }

    Stays with(Told told) {
        TreePMap<StayId, TreePMap<FactKey, Told>> allFacts =
                add(facts, told.fact().stay(), told);
        if (told.fact() instanceof BedsSwapped swap) {
            allFacts = add(allFacts, swap.otherStay(), told);
        }
        Stays told1 = new Stays(allFacts, merged, patientLinks, courses, occupants, concerning);
        if (changesMerges(told.fact())) {
            return told1.remerged();
        }
        Stays after = told1.refolded(resolve(told.fact().stay()));
        return told.fact() instanceof BedsSwapped swap ? after.refolded(resolve(swap.otherStay())) : after;
    }

    private static boolean changesMerges(StayFact fact) {
        return fact instanceof StaysMerged
                || (fact instanceof FactCancelled cancel && cancel.cancelsKind() == FactKind.STAYS_MERGED);
    }

    Stays withPatientLink(PatientKey from, @Nullable PatientKey survivor, EventHeader header) {
        PatientLink before = patientLinks.get(from);
        if (before != null && laterThan(before.header(), header)) {
            return this;
        }
        return new Stays(
                facts,
                merged,
                patientLinks.plus(from, new PatientLink(survivor, header)),
                courses,
                occupants,
                concerning);
    }

    private static boolean laterThan(EventHeader one, EventHeader other) {
        int byTime = one.effectiveAt().compareTo(other.effectiveAt());
        return byTime != 0 ? byTime > 0 : one.message().compareTo(other.message()) > 0;
    }

    Stays without(List<StayId> gone) {
        Stays left = this;
        for (StayId stay : gone) {
            for (StayId number : left.numbers(stay)) {
                left = left.withoutCourse(number).withoutFacts(number);
            }
        }
        return left;
    }

    private Stays withoutFacts(StayId stay) {
        return new Stays(facts.minus(stay), merged.minus(stay), patientLinks, courses, occupants, concerning);
    }

    /** The visit numbers that make up this stay: its own first, then those merged into it. */
    public List<StayId> numbers(StayId stay) {
        StayId root = resolve(stay);
        List<StayId> numbers = new ArrayList<>(List.of(root));
        merged.forEach((from, into) -> {
            if (into.equals(root)) {
                numbers.add(from);
            }
        });
        return numbers;
    }

    private static TreePMap<StayId, TreePMap<FactKey, Told>> add(
            TreePMap<StayId, TreePMap<FactKey, Told>> facts, StayId stay, Told told) {
        return facts.plus(stay, facts.getOrDefault(stay, TreePMap.empty()).plus(told.key(), told));
    }

    private Stays refolded(StayId root) {
        Course before = courses.get(root);
        Course after = CourseFold.fold(root, facts(root));
        return new Stays(
                facts,
                merged,
                patientLinks,
                courses.plus(root, after),
                index(
                        occupants,
                        before == null ? null : before.holdings().keySet(),
                        after.holdings().keySet(),
                        root),
                index(concerning, before == null ? null : wardsOf(before), wardsOf(after), root));
    }

    /** Works out anew which visit number belongs to which stay; merges are rare, so all of them are gone through. */
    private Stays remerged() {
        SortedMap<FactKey, StaysMerged> merges = new TreeMap<>();
        facts.values().forEach(ofStay -> {
            for (Told told : EffectiveFacts.of(ofStay.values()).facts()) {
                if (told.fact() instanceof StaysMerged merge) {
                    merges.put(told.key(), merge);
                }
            }
        });
        TreeMap<StayId, StayId> into = new TreeMap<>();
        for (StaysMerged merge : merges.values()) {
            StayId root = into.getOrDefault(merge.stay(), merge.stay());
            if (!root.equals(merge.merged())) {
                into.replaceAll((from, to) -> to.equals(merge.merged()) ? root : to);
                into.put(merge.merged(), root);
                into.remove(root);
            }
        }
        TreeSet<StayId> touched = new TreeSet<>(into.values());
        touched.addAll(into.keySet());
        merged.forEach((from, to) -> {
            touched.add(from);
            touched.add(to);
        });
        Stays linked = new Stays(facts, TreePMap.from(into), patientLinks, courses, occupants, concerning);
        for (StayId stay : touched) {
            linked = linked.merged.containsKey(stay) ? linked.withoutCourse(stay) : linked.refolded(stay);
        }
        return linked;
    }

    private Stays withoutCourse(StayId stay) {
        Course before = courses.get(stay);
        return new Stays(
                facts,
                merged,
                patientLinks,
                courses.minus(stay),
                index(occupants, before == null ? null : before.holdings().keySet(), null, stay),
                index(concerning, before == null ? null : wardsOf(before), null, stay));
    }

    private static SortedSet<WardId> wardsOf(Course course) {
        SortedSet<WardId> wards = new TreeSet<>();
        Place place = course.place();
        if (place != null) {
            wards.add(place.ward());
            if (course.responsibleWard() != null) {
                wards.add(course.responsibleWard());
            }
        }
        if (course.incoming() != null) {
            wards.add(course.incoming().place().ward());
        }
        return wards;
    }

    private static <K extends Comparable<? super K>> TreePMap<K, TreePSet<StayId>> index(
            TreePMap<K, TreePSet<StayId>> index,
            @Nullable Collection<K> before,
            @Nullable Collection<K> after,
            StayId stay) {
        TreePMap<K, TreePSet<StayId>> result = index;
        for (K key : before == null ? List.<K>of() : before) {
            if (after == null || !after.contains(key)) {
                TreePSet<StayId> left =
                        result.getOrDefault(key, TreePSet.empty()).minus(stay);
                result = left.isEmpty() ? result.minus(key) : result.plus(key, left);
            }
        }
        for (K key : after == null ? List.<K>of() : after) {
            if (before == null || !before.contains(key)) {
                result = result.plus(
                        key, result.getOrDefault(key, TreePSet.empty()).plus(stay));
            }
        }
        return result;
    }
}
