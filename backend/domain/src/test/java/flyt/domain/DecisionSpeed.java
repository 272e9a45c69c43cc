package flyt.domain;

import static flyt.domain.Facts.message;
import static flyt.domain.Facts.stay;

import flyt.domain.Decision.Accepted;
import flyt.domain.event.Event;
import flyt.domain.lab.LabEvent.LabStatusReported;
import flyt.domain.lab.LabStatus;
import flyt.domain.lab.OrderId;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.stay.FactKind;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How many decisions a second one core takes on a full hospital of 418 beds: run {@code main}. Counted in processor time, so
 * that a busy machine disturbs it little. A figure to look at, not a test.
 */
final class DecisionSpeed {

    private static final int WARDS = 19;
    private static final int BEDS = 22;
    private static final int DECISIONS = 200_000;

    private DecisionSpeed() {}

    /** Prints decisions per second of each round; the later ones are warm. */
    public static void main(String[] args) {
        for (int round = 1; round <= 4; round++) {
            System.out.printf("round %d: %,.0f decisions/s%n", round, round(round));
        }
    }

    private static double round(long seed) {
        Random random = new Random(seed);
        Ward[] wards = IntStream.range(0, WARDS)
                .mapToObj(n -> SmallHospital.ward("W" + n, true, BEDS))
                .toArray(Ward[]::new);
        Instant now = Facts.time("06:00");
        Hospital hospital = ((Accepted)
                        Decider.decide(null, new Input.Define(message("d"), SmallHospital.with(wards)), now))
                .after();
        for (int n = 0; n < WARDS * BEDS; n++) {
            hospital = told(hospital, Facts.admitted("v" + n, bed(n)), now, n);
        }
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int n = 0; n < DECISIONS; n++) {
            now = now.plusMillis(200);
            int who = random.nextInt(WARDS * BEDS);
            hospital = told(hospital, fact(random, "v" + (who + 418 * (n / 8_000)), bed(random.nextInt(418))), now, n);
            if (TimeRules.nextDeadline(hospital).isBefore(now)) {
                hospital = ((Accepted) Decider.decide(hospital, new Input.TimePassed(message("t" + n)), now)).after();
            }
        }
        return DECISIONS * 1e9 / (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun);
    }

    private static String bed(int n) {
        return "W" + n % WARDS + "-" + (1 + n / WARDS);
    }

    private static Event fact(Random random, String who, String bed) {
        return switch (random.nextInt(10)) {
            case 0, 1 -> Facts.admitted(who, bed);
            case 2, 3 -> Facts.transferred(who, bed);
            case 4 -> Facts.discharged(who);
            case 5 -> Facts.cancelled(who, FactKind.PATIENT_TRANSFERRED);
            default ->
                new LabStatusReported(
                        stay(who), new OrderId("L" + random.nextInt(5)), LabStatus.FINAL, false, false, null);
        };
    }

    private static Hospital told(Hospital hospital, Event fact, Instant now, int n) {
        Input report = new Input.Report(message("m" + n), now, null, fact);
        return ((Accepted) Decider.decide(hospital, report, now)).after();
    }
}
