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
        Map<WardId, Nights> sums = new LinkedHashMap<>();
        inside.forEach((ward, nights) -> sums.put(ward, Nights.of(nights)));
        int late =
                (int) counted.stream().filter(night -> night.madeAt() != null).count();
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        return new OccupancySheet(from, to, days, counted.size(), late, lines(sums), apart(counted, outside));
    }

    private List<Line> lines(Map<WardId, Nights> wards) {
        Nights house = wards.values().stream().reduce(Nights.NONE, Nights::plus);
        List<Line> lines = new ArrayList<>();
        lines.add(line(Part.HOSPITAL, hospital.id().value(), hospital.name(), house));
        for (Named specialty : hospital.specialties()) {
            List<Nights> its = hospital.wards().stream()
                    .filter(ward -> specialty.id().equals(ward.specialty()) && wards.containsKey(ward.id()))
                    .map(ward -> wards.getOrDefault(ward.id(), Nights.NONE))
                    .toList();
            if (!its.isEmpty()) {
                Nights sum = its.stream().reduce(Nights.NONE, Nights::plus);
                lines.add(line(Part.DEPARTMENT, specialty.id(), specialty.name(), sum));
            }
        }
        wards.forEach((ward, nights) -> lines.add(line(Part.WARD, ward.value(), name(ward), nights)));
        return lines;
    }

    private Line line(Part part, String id, String name, Nights nights) {
        List<Occupancy> shares =
                List.of(Occupancy.midnight(nights), Occupancy.statistical(nights), Occupancy.oecd(nights));
        return new Line(part, id, name, isSmall(nights.most()) ? null : shares);
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
