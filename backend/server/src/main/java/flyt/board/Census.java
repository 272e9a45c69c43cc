package flyt.board;

import flyt.domain.capacity.Count;
import flyt.domain.capacity.Counts;
import flyt.domain.capacity.Hourly;
import flyt.domain.capacity.WardCount;
import flyt.domain.event.StaffKey;
import flyt.domain.place.HospitalDefinition.Carried;
import flyt.domain.place.HospitalDefinition.Cluster;
import flyt.domain.place.Place;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.place.WardId;
import flyt.domain.stay.Aspect;
import flyt.domain.stay.Course;
import flyt.domain.stay.HandWords;
import flyt.domain.stay.StayId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One walk through a ward: how much there is of what, who may be mistaken for whom, and which nurse has how much.
 *
 * @param count how much there is of what
 * @param alike the stays of people on the ward who may be mistaken for another there
 * @param nurses the load of each nurse with a patient on the ward
 * @param byHand what people say and do there themselves, whether or not a feed carries it
 * @param nurses the load of each nurse with a patient on the ward, by one key of hers
 */
record Census(
        Plan.WardPlan plan,
        WardCount count,
        SortedSet<StayId> alike,
        SortedMap<StaffKey, Load> nurses,
        Set<Carried> byHand) {

    /**
     * What one nurse has. Protected patients are not in it: the sums would tell of them.
     *
     * @param weight the sum of care weights, those not told as 0
     * @param clusters the ids of the clusters where the patients lie, in board order
     */
    record Load(int patients, int weight, List<String> clusters) {}

    Counts counts() {
        return count.counts();
    }

    /** Somebody who is bodily on the ward. */
    private record Present(StayId stay, Course course, Person person) {}

    static Census of(Moment moment, Plan.WardPlan plan, Hourly leftToday) {
        SortedMap<StayId, Course> present = new TreeMap<>();
        for (BedPlace place : plan.beds()) {
            for (StayId stay : moment.hospital().stays().occupants(place.bed())) {
                put(moment, stay, present);
            }
        }
        for (StayId stay : moment.hospital().stays().concerning(plan.ward().id())) {
            Course course = moment.course(stay);
            if (course != null && isPlacedIn(course, plan.ward().id())) {
                present.put(course.stay(), course);
            }
        }
        WardCount count = WardCount.of(moment.hospital(), plan.ward(), moment.quarter());
        count.counts().add(Count.LEFT_TODAY, leftToday.sum());
        List<Present> people = new ArrayList<>(present.size());
        present.forEach((stay, course) -> people.add(new Present(stay, course, moment.person(course))));
        return new Census(
                plan, count, alike(moment, people), nurses(moment, plan, people), byHand(moment, plan, people));
    }

    private static void put(Moment moment, StayId stay, SortedMap<StayId, Course> present) {
        Course course = moment.course(stay);
        if (course != null) {
            present.put(course.stay(), course);
        }
    }

    private static boolean isPlacedIn(Course course, WardId ward) {
        Place place = course.place();
        return place != null && place.ward().equals(ward);
    }

    private static SortedSet<StayId> alike(Moment moment, List<Present> people) {
        SortedSet<StayId> alike = new TreeSet<>();
        Lookalikes.among(
                        people,
                        one -> one.person().signs(),
                        (one, other) -> one.person().alike(other.person()) && !samePatient(moment, one, other))
                .forEach(one -> alike.add(one.stay()));
        return alike;
    }

    private static boolean samePatient(Moment moment, Present one, Present other) {
        return one.course().patient() != null
                && other.course().patient() != null
                && moment.hospital()
                        .stays()
                        .resolve(one.course().patient())
                        .equals(moment.hospital().stays().resolve(other.course().patient()));
    }

    /** Of protected patients nothing is in it: a column would tell of them. */
    private static Set<Carried> byHand(Moment moment, Plan.WardPlan plan, List<Present> people) {
        Set<Carried> byHand = EnumSet.noneOf(Carried.class);
        for (Present one : people) {
            HandWords words = one.person().isProtected()
                    ? HandWords.NONE
                    : moment.hospital().wordsOf(one.course());
            words.aspects().forEach(aspect -> byHand.addAll(columns(aspect)));
        }
        if (plan.beds().stream().anyMatch(place -> moment.hospital().tasks().ofBed(place.bed()) != null)) {
            byHand.add(Carried.TASK);
        }
        return byHand;
    }

    private static List<Carried> columns(Aspect aspect) {
        return switch (aspect) {
            case NURSE, DOCTOR -> List.of(Carried.STAFF);
            case ISOLATION -> List.of(Carried.ISOLATION);
            case DISCHARGE, READINESS -> List.of(Carried.DISCHARGE);
            case PLACE -> List.of();
        };
    }

    /** A nurse has another key in each shift: the patients of one person are one load, under the first of the keys. */
    private static SortedMap<StaffKey, Load> nurses(Moment moment, Plan.WardPlan plan, List<Present> people) {
        Map<String, StaffKey> keys = new HashMap<>();
        Map<String, List<Present>> byPerson = new TreeMap<>();
        for (Present one : people) {
            StaffKey nurse = moment.hospital().nurseOf(one.course());
            if (nurse != null
                    && isPlacedIn(one.course(), plan.ward().id())
                    && !one.person().isProtected()) {
                String person = moment.identities().person(nurse);
                keys.merge(person, nurse, (first, other) -> first.compareTo(other) <= 0 ? first : other);
                byPerson.computeIfAbsent(person, first -> new ArrayList<>()).add(one);
            }
        }
        SortedMap<StaffKey, Load> loads = new TreeMap<>();
        byPerson.forEach((person, patients) ->
                loads.put(Objects.requireNonNull(keys.get(person)), load(moment, plan, patients)));
        return loads;
    }

    private static Load load(Moment moment, Plan.WardPlan plan, List<Present> patients) {
        int weight = 0;
        SortedSet<String> lyingIn = new TreeSet<>();
        for (Present patient : patients) {
            Integer told = moment.hospital().careWeightOf(patient.stay());
            weight += told == null ? 0 : told;
            Place place = patient.course().place();
            BedPlace bed = place == null || place.bed() == null
                    ? null
                    : moment.hospital().places().bed(place.bed());
            if (bed != null && bed.cluster() != null) {
                lyingIn.add(bed.cluster());
            }
        }
        List<String> clusters = plan.ward().clusters().stream()
                .map(Cluster::id)
                .filter(lyingIn::contains)
                .toList();
        return new Load(patients.size(), weight, clusters);
    }

    /** The stays that are alike in one of the two, but not in the other. */
    static SortedSet<StayId> alikeChanged(Census before, Census after) {
        SortedSet<StayId> changed = new TreeSet<>(before.alike);
        after.alike.forEach(stay -> {
            if (!changed.remove(stay)) {
                changed.add(stay);
            }
        });
        return changed;
    }
}
