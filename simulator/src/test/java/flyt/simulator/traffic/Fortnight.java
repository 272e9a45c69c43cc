package flyt.simulator.traffic;

import flyt.simulator.truth.Truth;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Fourteen simulated days and what was told of them. */
record Fortnight(List<Report> reports, Truth truth, Instant opening, Instant end) {

    private static final Map<Long, Fortnight> FAULTLESS = new ConcurrentHashMap<>();

    /** Runs it, once per seed. */
    static Fortnight faultless(long seed) {
        return FAULTLESS.computeIfAbsent(seed, number -> of(number, Faults.NONE));
    }

    /** Runs it. */
    static Fortnight of(long seed, Faults faults) {
        Truth truth = new Truth();
        Traffic traffic = new Traffic(HospitalFile.reference(), LocalDate.of(2026, 11, 2), seed, faults, truth);
        Instant opening = traffic.now();
        Instant end = opening.plus(Duration.ofDays(14));
        List<Report> reports = new ArrayList<>(traffic.until(end));
        reports.addAll(traffic.rest());
        return new Fortnight(reports, truth, opening, end);
    }
}
