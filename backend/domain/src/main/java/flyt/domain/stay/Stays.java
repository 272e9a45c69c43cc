package flyt.domain.stay;

import flyt.domain.event.EventHeader;
import flyt.domain.event.MessageKey;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition.ByHand;
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
 * All stays in memory: the facts told about each, the course they add up to, and who is where. A value; everything but the
 * facts and the patients' links follows from the facts.
 */
public final class Stays {
    /*
     * A swap and a merge concern two visit numbers and are kept among the facts of both; they hold unless a cancellation
     * among the facts of either takes them back. So a number whose merges change, or that shares a swap with one whose swaps
     * change, is worked out anew with it.
     */

    /** No stays. */
    public static final Stays NONE = new Stays(
            TreePMap.empty(), TreePSet.empty(), Merges.NONE, PatientLinks.NONE, Whereabouts.NOBODY, ByHand.GIVES_WAY);

    private final TreePMap<StayId, TreePMap<FactKey, Told>> facts;
    private final TreePSet<StayId> withMerges;
    private final Merges merges;
    private final PatientLinks patients;
    private final Whereabouts whereabouts;
    private final ByHand standing;

    private Stays(
            TreePMap<StayId, TreePMap<FactKey, Told>> facts,
            TreePSet<StayId> withMerges,
            Merges merges,
            PatientLinks patients,
            Whereabouts whereabouts,
            ByHand standing) {
        this.facts = facts;
        this.withMerges = withMerges;
        this.merges = merges;
        this.patients = patients;
        this.whereabouts = whereabouts;
        this.standing = standing;
    }

    /**
     * The stays made of what {@link #visitNumbers()} and {@link #patientLinks()} gave; all else follows from it.
     *
     * @param standing how long a hand's word counts
     */
    public static Stays of(
            Collection<VisitNumber> visitNumbers, Collection<PatientLink> patientLinks, ByHand standing) {
        SortedMap<StayId, TreePMap<FactKey, Told>> facts = new TreeMap<>();
        SortedMap<StayId, StayId> into = new TreeMap<>();
        SortedSet<StayId> stays = new TreeSet<>();
        SortedSet<StayId> merging = new TreeSet<>();
        for (VisitNumber one : visitNumbers) {
            SortedMap<FactKey, Told> told = new TreeMap<>();
            one.facts().forEach(fact -> told.put(fact.key(), fact));
            if (!told.isEmpty()) {
                facts.put(one.number(), TreePMap.from(told));
            }
            if (one.facts().stream().anyMatch(fact -> fact.fact() instanceof StaysMerged)) {
                merging.add(one.number());
            }
            if (one.mergedInto() == null) {
                stays.add(one.number());
            } else {
                into.put(one.number(), one.mergedInto());
            }
        }
        return new Stays(
                        TreePMap.from(facts),
                        TreePSet.from(merging),
                        Merges.of(into),
                        PatientLinks.of(patientLinks),
                        Whereabouts.NOBODY,
                        standing)
                .refolded(stays);
    }

    /** Every visit number in memory, with its facts. */
    public List<VisitNumber> visitNumbers() {
        SortedSet<StayId> all = new TreeSet<>(facts.keySet());
        all.addAll(whereabouts.courses().keySet());
        all.addAll(merges.into().keySet());
        return all.stream()
                .map(number -> new VisitNumber(
                        number,
                        merges.into().get(number),
                        List.copyOf(factsUnder(number).values())))
                .toList();
    }

    /** Which patients go, or went, by another key. */
    public List<PatientLink> patientLinks() {
        return patients.all();
    }

    /** The stay that facts about this visit number belong to: itself, or the one it was merged into. */
    public StayId resolve(StayId stay) {
        return merges.root(stay);
    }

    /** The course of the stay, also by a visit number merged into it; null when nothing was ever told about it. */
    public @Nullable Course course(StayId stay) {
        return whereabouts.courses().get(resolve(stay));
    }

    /** All courses in memory, by visit number; merged ones under the number that survived. */
    public Collection<Course> courses() {
        return whereabouts.courses().values();
    }

    /** The stays that physically hold the bed, by visit number. */
    public SortedSet<StayId> occupants(BedId bed) {
        return whereabouts.occupants().getOrDefault(bed, TreePSet.empty());
    }

    /** The beds that somebody physically holds. */
    public Collection<BedId> occupiedBeds() {
        return whereabouts.occupants().keySet();
    }

    /** The stays that have to do with the ward: lying there, expected there, or its responsibility elsewhere. */
    public SortedSet<StayId> concerning(WardId ward) {
        return whereabouts.concerning().getOrDefault(ward, TreePSet.empty());
    }

    /** The patient's key that counts after merges. */
    public PatientKey resolve(PatientKey patient) {
        return patients.resolve(patient);
    }

    /** The visit numbers that make up this stay: its own first, then those merged into it. */
    public List<StayId> numbers(StayId stay) {
        StayId root = resolve(stay);
        SortedSet<StayId> parts = merges.parts(root);
        if (parts.isEmpty()) {
            return List.of(root);
        }
        List<StayId> numbers = new ArrayList<>(List.of(root));
        numbers.addAll(parts);
        return numbers;
    }

    /** Every fact of the stay in order, those of visit numbers merged into it included. */
    public Collection<Told> facts(StayId stay) {
        List<StayId> numbers = numbers(stay);
        if (numbers.size() == 1) {
            return factsUnder(numbers.get(0)).values();
        }
        SortedMap<FactKey, Told> all = new TreeMap<>();
        numbers.forEach(number -> all.putAll(factsUnder(number)));
        return all.values();
    }

    /** The facts of the stay that hold, and what took back the others. */
    public EffectiveFacts effectiveFacts(StayId stay) {
        Collection<Told> all = facts(stay);
        SortedMap<FactKey, MessageKey> elsewhere = new TreeMap<>();
        for (Told told : all) {
            if (told.fact() instanceof BedsSwapped swap) {
                for (StayId one : swap.concerns()) {
                    MessageKey by = resolve(one).equals(resolve(stay))
                            ? null
                            : EffectiveFacts.of(facts(one)).cancelledBy().get(told.key());
                    if (by != null) {
                        elsewhere.put(told.key(), by);
                    }
                }
            }
        }
        return EffectiveFacts.of(all, elsewhere);
    }

    /** The stays in memory of which a fact about this one tells too: those it swapped or was merged with, even if taken back. */
    public SortedSet<StayId> entangled(StayId stay) {
        SortedSet<StayId> others = new TreeSet<>();
        for (Told told : facts(stay)) {
            told.fact().concerns().forEach(number -> others.add(resolve(number)));
        }
        others.remove(resolve(stay));
        others.removeIf(other -> course(other) == null);
        return others;
    }

    /** The visit numbers whose course differs from that of these stays, which are some events older or newer. */
    public SortedSet<StayId> changedSince(Stays other) {
        SortedSet<StayId> changed = new TreeSet<>();
        addWhatDiffers(changed, whereabouts.courses(), other.whereabouts.courses());
        addWhatDiffers(changed, other.whereabouts.courses(), whereabouts.courses());
        return changed;
    }

    private static void addWhatDiffers(
            SortedSet<StayId> changed, SortedMap<StayId, Course> these, SortedMap<StayId, Course> those) {
        these.forEach((stay, course) -> {
            if (!course.equals(those.get(stay))) {
                changed.add(stay);
            }
        });
    }

    Stays with(Told told) {
        Stays kept = keeping(told);
        FactKind about = told.fact() instanceof FactCancelled cancel
                ? cancel.cancelsKind()
                : told.fact().kind();
        if (about == FactKind.STAYS_MERGED) {
            return kept.remerged(told.fact().concerns());
        }
        SortedSet<StayId> touched = new TreeSet<>();
        told.fact().concerns().forEach(number -> touched.add(resolve(number)));
        return kept.refolded(about == FactKind.BEDS_SWAPPED ? kept.withPartners(touched) : touched);
    }

    /** The same facts where a hand's word counts that long. */
    public Stays under(ByHand other) {
        return other.equals(standing)
                ? this
                : new Stays(facts, withMerges, merges, patients, whereabouts, other)
                        .refolded(new TreeSet<>(whereabouts.courses().keySet()));
    }

    /** Without what this message told of these visit numbers, which a person has undone. Never a merge or a swap. */
    public Stays withoutWord(MessageKey message, Collection<StayId> numbers) {
        TreePMap<StayId, TreePMap<FactKey, Told>> left = facts;
        SortedSet<StayId> touched = new TreeSet<>();
        for (StayId number : numbers) {
            TreePMap<FactKey, Told> told = factsUnder(number);
            List<FactKey> undone = told.keySet().stream()
                    .filter(key -> key.message().equals(message))
                    .toList();
            TreePMap<FactKey, Told> rest = told.minusAll(undone);
            left = rest.isEmpty() ? left.minus(number) : left.plus(number, rest);
            touched.add(resolve(number));
        }
        return new Stays(left, withMerges, merges, patients, whereabouts, standing).refolded(touched);
    }

    /** The stays whose course a fact may have changed, these being as it left them; merges and swaps can reach others. */
    public SortedSet<StayId> reachedBy(StayFact fact, Stays before) {
        SortedSet<StayId> reached = new TreeSet<>(fact.concerns());
        FactKind about = fact instanceof FactCancelled cancel ? cancel.cancelsKind() : fact.kind();
        if (about == FactKind.STAYS_MERGED || about == FactKind.BEDS_SWAPPED) {
            reached.addAll(changedSince(before));
        }
        return reached;
    }

    Stays withPatientLink(PatientKey from, @Nullable PatientKey survivor, EventHeader header) {
        return new Stays(facts, withMerges, merges, patients.with(from, survivor, header), whereabouts, standing);
    }

    Stays withoutPatientLink(PatientKey patient, PatientKey merged, EventHeader header) {
        return new Stays(facts, withMerges, merges, patients.parted(patient, merged, header), whereabouts, standing);
    }

    Stays without(List<StayId> gone) {
        Stays left = this;
        for (StayId stay : gone) {
            List<StayId> numbers = left.numbers(stay);
            left = new Stays(
                    left.facts.minusAll(numbers),
                    left.withMerges.minusAll(numbers),
                    left.merges.without(left.resolve(stay)),
                    left.patients,
                    left.whereabouts.without(left.resolve(stay)),
                    left.standing);
        }
        return left;
    }

    private TreePMap<FactKey, Told> factsUnder(StayId number) {
        return facts.getOrDefault(number, TreePMap.empty());
    }

    private Stays keeping(Told told) {
        TreePMap<StayId, TreePMap<FactKey, Told>> all = facts;
        for (StayId number : told.fact().concerns()) {
            all = all.plus(number, all.getOrDefault(number, TreePMap.empty()).plus(told.key(), told));
        }
        TreePSet<StayId> merging =
                told.fact() instanceof StaysMerged merge ? withMerges.plusAll(merge.concerns()) : withMerges;
        return new Stays(all, merging, merges, patients, whereabouts, standing);
    }

    private Stays refolded(SortedSet<StayId> roots) {
        Whereabouts after = whereabouts;
        for (StayId root : roots) {
            after = after.with(root, CourseFold.fold(root, effectiveFacts(root), standing));
        }
        return new Stays(facts, withMerges, merges, patients, after, standing);
    }

    private SortedSet<StayId> withPartners(SortedSet<StayId> stays) {
        SortedSet<StayId> all = new TreeSet<>(stays);
        for (StayId stay : stays) {
            for (Told told : facts(stay)) {
                if (told.fact() instanceof BedsSwapped swap) {
                    swap.concerns().forEach(number -> all.add(resolve(number)));
                }
            }
        }
        return all;
    }

    /** Works out anew which visit number belongs to which stay. */
    private Stays remerged(List<StayId> concerned) {
        Merges now = Merges.of(roots(mergesThatHold()));
        Stays linked = new Stays(facts, withMerges, now, patients, whereabouts, standing);
        SortedSet<StayId> touched = now.concerned();
        touched.addAll(merges.concerned());
        touched.addAll(withMerges);
        touched.addAll(concerned);
        SortedSet<StayId> stays = new TreeSet<>();
        Whereabouts left = whereabouts;
        for (StayId number : touched) {
            if (now.into().containsKey(number)) {
                left = left.without(number);
            } else {
                stays.add(number);
            }
        }
        return new Stays(facts, withMerges, now, patients, left, standing).refolded(linked.withPartners(stays));
    }

    private Collection<StaysMerged> mergesThatHold() {
        SortedMap<FactKey, StaysMerged> holding = new TreeMap<>();
        SortedSet<FactKey> takenBack = new TreeSet<>();
        for (StayId number : withMerges) {
            takenBack.addAll(
                    EffectiveFacts.of(factsUnder(number).values()).cancelledBy().keySet());
            factsUnder(number).forEach((key, told) -> {
                if (told.fact() instanceof StaysMerged merge) {
                    holding.put(key, merge);
                }
            });
        }
        takenBack.forEach(holding::remove);
        return holding.values();
    }

    /** Each merged number and the one that survived; of two merges of one number the later counts. */
    private static SortedMap<StayId, StayId> roots(Collection<StaysMerged> inOrder) {
        SortedMap<StayId, StayId> into = new TreeMap<>();
        for (StaysMerged merge : inOrder) {
            StayId root = into.getOrDefault(merge.stay(), merge.stay());
            if (!root.equals(merge.merged())) {
                into.replaceAll((from, to) -> to.equals(merge.merged()) ? root : to);
                into.put(merge.merged(), root);
            }
        }
        return into;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Stays that
                && facts.equals(that.facts)
                && withMerges.equals(that.withMerges)
                && merges.equals(that.merges)
                && patients.equals(that.patients)
                && whereabouts.equals(that.whereabouts)
                && standing.equals(that.standing);
    }

    @Override
    public int hashCode() {
        return facts.hashCode();
    }

    @Override
    public String toString() {
        return "facts " + facts + ", " + merges + ", " + patients + ", " + whereabouts;
    }
}
