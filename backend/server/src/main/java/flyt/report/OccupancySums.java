package flyt.report;

import flyt.domain.capacity.Nights;
import flyt.domain.capacity.Occupancy;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalDefinition.Named;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.PlaceEvent.NightCounted;
import flyt.domain.place.WardId;
import flyt.domain.place.WardNight;
import flyt.report.OccupancySheet.Apart;
import flyt.report.OccupancySheet.Beside;
import flyt.report.OccupancySheet.Line;
import flyt.report.OccupancySheet.Part;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Adds up nights. A ward counts in a night as it did then; its name and its department are those of today.
 *
 * @param leastPeople how many different people must stand behind a figure that is shown
 */
record OccupancySums(HospitalDefinition hospital, int leastPeople) {

    /** The sheet of these days. {@code counted}: the nights that are known, one for a day. */
    OccupancySheet of(LocalDate from, LocalDate to, Collection<NightCounted> counted) {
        Map<WardId, List<WardNight>> inside = new LinkedHashMap<>();
        Map<WardId, List<WardNight>> outside = new LinkedHashMap<>();
        for (NightCounted night : counted) {
            for (WardNight ward : night.wards()) {
                (ward.counts() ? inside : outside)
                        .computeIfAbsent(ward.ward(), one -> new ArrayList<>())
                        .add(ward);
            }
        }
        int late =
                (int) counted.stream().filter(night -> night.madeAt() != null).count();
        int detailed = (int) counted.stream()
                .filter(night -> night.wards().stream().anyMatch(ward -> ward.more() != null))
                .count();
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        return new OccupancySheet(
                from, to, days, counted.size(), detailed, late, lines(inside), apart(counted, outside));
    }

    private List<Line> lines(Map<WardId, List<WardNight>> wards) {
        List<Line> lines = new ArrayList<>();
        lines.add(line(Part.HOSPITAL, hospital.id().value(), hospital.name(), wards.values()));
        for (Named specialty : hospital.specialties()) {
            List<List<WardNight>> its = hospital.wards().stream()
                    .filter(ward -> specialty.id().equals(ward.specialty()) && wards.containsKey(ward.id()))
                    .map(ward -> wards.getOrDefault(ward.id(), List.of()))
                    .toList();
            if (!its.isEmpty()) {
                lines.add(line(Part.DEPARTMENT, specialty.id(), specialty.name(), its));
            }
        }
        wards.forEach((ward, nights) -> lines.add(line(Part.WARD, ward.value(), name(ward), List.of(nights))));
        return lines;
    }

    /** Of wards, each with its nights. */
    private Line line(Part part, String id, String name, Collection<List<WardNight>> wards) {
        Nights sum = wards.stream().map(Nights::of).reduce(Nights.NONE, Nights::plus);
        List<Occupancy> shares = List.of(Occupancy.midnight(sum), Occupancy.statistical(sum), Occupancy.oecd(sum));
        List<WardNight> nights = wards.stream().flatMap(List::stream).toList();
        Map<NightFigure, Long> figures = new TreeMap<>();
        for (NightFigure figure : NightFigure.values()) {
            Long number = figure.sum(nights, leastPeople);
            if (number != null) {
                figures.put(figure, number);
            }
        }
        return new Line(part, id, name, isSmall(sum.most()) ? null : shares, figures);
    }

    private List<Apart> apart(Collection<NightCounted> counted, Map<WardId, List<WardNight>> outside) {
        List<Apart> apart = new ArrayList<>();
        outside.forEach((ward, nights) -> {
            Nights sum = Nights.of(nights);
            if (sum.bedDays() > 0) {
                apart.add(new Apart(Beside.OUTSIDE, ward.value(), name(ward), shown(sum.bedDays(), sum.most())));
            }
        });
        apart.add(apart(Beside.AT_HOME, counted, WardNight::atHome));
        apart.add(apart(Beside.DAY_PATIENTS, counted, WardNight::dayPatients));
        apart.add(apart(
                Beside.NEWBORNS,
                counted,
                night -> night.more() == null ? 0 : night.more().newborns()));
        apart.add(apart(
                Beside.OBSERVATION,
                counted,
                night -> night.more() == null ? 0 : night.more().observation()));
        apart.add(apart(Beside.WITHOUT_BED, counted, WardNight::withoutBed));
        apart.add(apart(Beside.ON_LEAVE, counted, night -> night.counts() ? night.onLeave() : 0));
        apart.add(apart(Beside.EXTRA, counted, night -> night.counts() ? night.extra() : 0));
        return apart;
    }

    private Apart apart(Beside what, Collection<NightCounted> counted, ToIntFunction<WardNight> of) {
        List<Integer> nights = counted.stream()
                .map(night -> night.wards().stream().mapToInt(of).sum())
                .toList();
        long sum = nights.stream().mapToLong(Integer::longValue).sum();
        int most = nights.stream().mapToInt(Integer::intValue).max().orElse(0);
        return new Apart(what, null, null, shown(sum, most));
    }

    private @Nullable Long shown(long nights, int most) {
        return isSmall(most) ? null : nights;
    }

    /** Whether a figure might be about fewer people than may be shown; about nobody it may. */
    private boolean isSmall(int most) {
        return 0 < most && most < leastPeople;
    }

    private String name(WardId ward) {
        return hospital.wards().stream()
                .filter(one -> one.id().equals(ward))
                .map(Ward::name)
                .findFirst()
                .orElse(ward.value());
    }
}
