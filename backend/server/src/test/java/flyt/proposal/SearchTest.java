package flyt.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition.Leaving;
import flyt.domain.place.HospitalDefinition.RoomFeature;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.HospitalDefinition.WardKind;
import flyt.domain.place.WardId;
import flyt.domain.placement.BedNeed;
import flyt.domain.placement.Offer;
import flyt.domain.placement.Offer.Standing;
import flyt.domain.placement.RequestId;
import flyt.domain.placement.Sex;
import flyt.domain.placement.Wish;
import flyt.domain.stay.StayId;
import flyt.proposal.Waiting.Patient;
import flyt.proposal.Waiting.Seat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Beds for all who wait at once, beside one by one; and what would help most. */
class SearchTest {
    private static final Instant NOW = Instant.parse("2026-11-12T09:00:00Z");
    private static final Duration MOST = Duration.ofSeconds(20);
    private static final Ward LUN = ward("LUN");
    private static final Ward KIR = ward("KIR");

    @Test
    void whoeverCanTakeAnotherBedLeavesTheOneThatSomebodyNeeds() {
        Patient first = patient(1, LUN, null, 120);
        Patient second = patient(2, LUN, null, 60, BedNeed.TELEMETRY);
        Waiting waiting = new Waiting(
                List.of(first, second),
                List.of(
                        seat(0, bed("LUN-1", LUN, Standing.READY, RoomFeature.TELEMETRY), -1),
                        seat(1, bed("LUN-2", LUN, Standing.NOT_MADE), -1)),
                NOW);
        assertThat(beds(Plan.greedy(waiting))).containsExactly("R-1 LUN-1");
        assertThat(beds(Search.of(waiting, 5_000, MOST))).containsExactly("R-1 LUN-2", "R-2 LUN-1");
    }

    @Test
    void twoOfOneRoomAreOfOneSex() {
        Patient woman = patient(1, LUN, Sex.FEMALE, 120);
        Patient man = patient(2, LUN, Sex.MALE, 60);
        List<Seat> room =
                List.of(seat(0, bed("LUN-1", LUN, Standing.READY), 0), seat(1, bed("LUN-2", LUN, Standing.READY), 0));
        assertThat(beds(Search.of(new Waiting(List.of(woman, man), room, NOW), 5_000, MOST)))
                .containsExactly("R-1 LUN-1");
        Patient another = patient(3, LUN, Sex.FEMALE, 30);
        assertThat(beds(Search.of(new Waiting(List.of(woman, man, another), room, NOW), 5_000, MOST)))
                .hasSize(2)
                .noneMatch(place -> place.startsWith("R-2"));
    }

    @Test
    void aPlanIsNeverWorseThanOneByOneAndGivesNoBedTwice() {
        for (long seed = 1; seed <= 5; seed++) {
            Waiting waiting = random(seed);
            Plan greedy = Plan.greedy(waiting);
            Plan found = Search.of(waiting, 5_000, MOST);
            assertThat(found.worth()).as("seed %d", seed).isGreaterThanOrEqualTo(greedy.worth());
            assertThat(Ceiling.of(waiting)).as("seed %d, at most", seed).isGreaterThanOrEqualTo(found.worth());
            assertThat(found).as("seed %d again", seed).isEqualTo(Search.of(waiting, 5_000, MOST));
            Set<BedId> given = new HashSet<>();
            found.places().forEach(place -> {
                assertThat(place.fit().suits()).isTrue();
                assertThat(given.add(place.fit().offer().bed())).isTrue();
            });
        }
    }

    @Test
    void theCleanThatPlacesSomebodyHelpsAndTheOtherDoesNot() {
        Waiting waiting = new Waiting(
                List.of(patient(1, LUN, null, 120), patient(2, LUN, null, 60, BedNeed.TELEMETRY)),
                List.of(
                        seat(0, bed("LUN-1", LUN, Standing.READY), -1),
                        seat(1, bed("LUN-2", LUN, Standing.WAITING_CLEANING), -1),
                        seat(2, bed("KIR-1", KIR, Standing.LEAVING, RoomFeature.TELEMETRY), -1)),
                NOW);
        assertThat(Help.most(waiting, 5, NOW)).singleElement().satisfies(help -> {
            assertThat(help.offer().bed()).isEqualTo(new BedId("KIR-1"));
            assertThat(help.frees()).containsExactly(new RequestId("R-2"));
            assertThat(help.gain()).isPositive();
        });
    }

    @Test
    void noPlanIsWorthMoreThanTheCeilingAndWhereNobodySharesARoomThereIsOneOfThatWorth() {
        for (long seed = 1; seed <= 20; seed++) {
            Waiting few = random(seed, 4, 5, false);
            assertThat(Ceiling.of(few)).as("seed %d", seed).isEqualTo(bestOfAll(few, 0, new boolean[5]));
        }
        assertThat(Ceiling.of(new Waiting(List.of(), List.of(), NOW))).isZero();
    }

    /** By trying every plan. */
    private static long bestOfAll(Waiting waiting, int patient, boolean[] taken) {
        if (patient == waiting.size()) {
            return 0;
        }
        long best = bestOfAll(waiting, patient + 1, taken);
        for (int seat = 0; seat < taken.length; seat++) {
            if (!taken[seat] && waiting.worth(patient, seat) != Waiting.NEVER) {
                taken[seat] = true;
                best = StrictMath.max(best, waiting.worth(patient, seat) + bestOfAll(waiting, patient + 1, taken));
                taken[seat] = false;
            }
        }
        return best;
    }

    @Test
    void nobodyWaitingIsNoPlan() {
        assertThat(Search.of(new Waiting(List.of(), List.of(), NOW), 5_000, MOST))
                .isEqualTo(new Plan(List.of(), 0));
    }

    private static List<String> beds(Plan plan) {
        return plan.places().stream()
                .map(place -> place.request() + " " + place.fit().offer().bed())
                .toList();
    }

    private static Waiting random(long seed) {
        return random(seed, 12, 10, true);
    }

    private static Waiting random(long seed, int waiting, int beds, boolean rooms) {
        Random random = new Random(seed);
        List<Patient> patients = new ArrayList<>();
        for (int i = 1; i <= waiting; i++) {
            Ward to = random.nextBoolean() ? LUN : KIR;
            Sex sex = Sex.values()[random.nextInt(2)];
            patients.add(
                    random.nextInt(3) == 0
                            ? patient(i, to, sex, 20 * i, BedNeed.TELEMETRY)
                            : patient(i, to, sex, 20 * i));
        }
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < beds; i++) {
            Ward ward = random.nextBoolean() ? LUN : KIR;
            Standing standing = Standing.values()[random.nextInt(6)];
            Offer offer = random.nextInt(3) == 0
                    ? bed(ward.id() + "-" + i, ward, standing, RoomFeature.TELEMETRY)
                    : bed(ward.id() + "-" + i, ward, standing);
            seats.add(seat(i, offer, rooms ? random.nextInt(4) - 1 : -1));
        }
        return new Waiting(patients, seats, NOW);
    }

    private static Seat seat(int index, Offer offer, int room) {
        return new Seat(index, offer, room);
    }

    private static Patient patient(int number, Ward to, @Nullable Sex sex, int minutes, BedNeed... needs) {
        Wish wish = new Wish(new StayId("V" + number), to, new TreeSet<>(Set.of(needs)), null, sex, false);
        return new Patient(new RequestId("R-" + number), wish, NOW.minus(Duration.ofMinutes(minutes)));
    }

    private static Offer bed(String id, Ward ward, Standing standing, RoomFeature... features) {
        return new Offer(
                new BedId(id),
                ward,
                false,
                List.of(features),
                1,
                standing,
                null,
                false,
                false,
                null,
                false,
                new TreeSet<>(),
                false,
                Offer.Around.NOBODY);
    }

    private static Ward ward(String id) {
        return new Ward(
                new WardId(id),
                id,
                WardKind.INPATIENT,
                null,
                null,
                id,
                null,
                true,
                new Leaving(true, true),
                List.of(),
                List.of());
    }
}
