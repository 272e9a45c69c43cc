package flyt.simulator.check;

import flyt.simulator.hospital.Bed;
import flyt.simulator.hospital.CleaningJob;
import flyt.simulator.hospital.Plan;
import flyt.simulator.hospital.SimulatedHospital;
import flyt.simulator.hospital.SimulatedHospital.CleaningRoutine;
import flyt.simulator.hospital.Stay;
import flyt.simulator.hospital.WallClock;
import flyt.simulator.hospital.Ward;
import flyt.simulator.hospital.Witness;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/** What is measured on one or more simulated runs: sampled every hour, and counted as it happens. */
public final class Figures implements Witness {

    final Samples midnightOccupancy = new Samples();
    final Samples stayDays = new Samples();
    final Samples outliersAtSeven = new Samples();
    final Samples corridorAtSeven = new Samples();
    final Samples ready = new Samples();
    final Samples overstay = new Samples();
    final Samples isolated = new Samples();
    final Samples standardCleans = new Samples();
    final Samples infectionCleans = new Samples();
    final Samples emergencyPresent = new Samples();
    final Samples mondayPeaks = new Samples();
    final Samples[] freeByHour = new Samples[24];
    final int[] dischargesByHour = new int[24];
    final int[] dischargesByWeekday = new int[7];
    final Map<String, Samples> wardOccupancy = new TreeMap<>();
    int admissions;
    int emergencyAdmissions;
    int deaths;
    int declaredReady;
    int transfers;
    int days;

    private WallClock wall = new WallClock(ZoneOffset.UTC);

    public Figures() {
        for (int hour = 0; hour < 24; hour++) {
            freeByHour[hour] = new Samples();
        }
    }

    /** Runs a hospital for some days and measures it. */
    public void measure(Plan plan, LocalDate firstDay, int days, long seed, CleaningRoutine routine) {
        SimulatedHospital hospital = new SimulatedHospital(plan, firstDay, seed, routine, this);
        double mondayPeak = 0;
        for (int hour = 0; hour < days * 24; hour++) {
            hospital.advanceTo(hospital.now().plus(Duration.ofHours(1)));
            mondayPeak = Math.max(mondayPeak, sample(hospital));
            if (hospital.wall().hour(hospital.now().getEpochSecond()) == 0) {
                if (hospital.wall().weekday(hospital.now().getEpochSecond()) == DayOfWeek.TUESDAY) {
                    mondayPeaks.add(mondayPeak);
                }
                mondayPeak = 0;
            }
        }
        this.days += days;
    }

    /** Looks around; tells how many are in the emergency department. */
    private double sample(SimulatedHospital hospital) {
        Instant now = hospital.now();
        int hour = hospital.wall().hour(now.getEpochSecond());
        double patients = 0;
        double staffed = 0;
        double free = 0;
        double corridor = 0;
        for (Ward ward : hospital.wards()) {
            if (ward.inOccupancy()) {
                double extra =
                        ward.extraPlaces().stream().filter(Figures::taken).count();
                double lying =
                        extra + ward.beds().stream().filter(Figures::taken).count();
                double open = ward.beds().stream()
                        .filter(bed -> bed.closedBecause() == null)
                        .count();
                patients += lying;
                staffed += open;
                corridor += extra;
                free += ward.beds().stream().filter(Bed::free).count();
                if (hour == 0) {
                    wardOccupancy
                            .computeIfAbsent(ward.id(), id -> new Samples())
                            .add(lying / open);
                }
            }
        }
        freeByHour[hour].add(free);
        return sample(hospital, hour, patients, staffed, corridor);
    }

    private static boolean taken(Bed bed) {
        return bed.occupant() != null;
    }

    private double sample(SimulatedHospital hospital, int hour, double patients, double staffed, double corridor) {
        long midnight = hospital.now().getEpochSecond()
                - hospital.wall().minuteOfDay(hospital.now().getEpochSecond()) * 60L;
        double present = 0;
        double outliers = 0;
        double declared = 0;
        double over = 0;
        double apart = 0;
        for (Stay stay : hospital.stays()) {
            present += stay.admitted() ? 0 : 1;
            outliers += stay.outlier() ? 1 : 0;
            declared += stay.readySince() >= 0 ? 1 : 0;
            over += stay.readySince() >= 0 && stay.readySince() < midnight ? 1 : 0;
            apart += stay.admitted() && stay.isolation() != null ? 1 : 0;
        }
        emergencyPresent.add(present);
        ready.add(declared / patients);
        overstay.add(over / patients);
        isolated.add(apart / patients);
        if (hour == 0) {
            midnightOccupancy.add(patients / staffed);
        }
        if (hour == 7) {
            outliersAtSeven.add(outliers / patients);
            corridorAtSeven.add(corridor / patients);
        }
        return present;
    }

    @Override
    public void opening(long at, SimulatedHospital hospital) {
        wall = hospital.wall();
    }

    @Override
    public void admitted(long at, Stay stay) {
        admissions++;
        emergencyAdmissions += stay.emergency() ? 1 : 0;
    }

    @Override
    public void transferred(long at, Stay stay) {
        transfers++;
    }

    @Override
    public void discharged(long at, Stay stay, String disposition) {
        if (stay.admitted()) {
            stayDays.add((at - stay.admittedAt()) / 86_400.0);
            dischargesByHour[wall.hour(at)]++;
            dischargesByWeekday[wall.weekday(at).getValue() - 1]++;
            deaths += disposition.equals("died") ? 1 : 0;
        }
    }

    @Override
    public void readiness(long at, Stay stay, String readiness) {
        declaredReady += readiness.equals("ready-for-municipality") ? 1 : 0;
    }

    @Override
    public void cleaningDone(long at, CleaningJob job, boolean made) {
        if (job.bed().ward().inOccupancy()) {
            boolean infection = job.isolation() != null && job.isolation().contagious();
            (infection ? infectionCleans : standardCleans).add((at - job.orderedAt()) / 60.0);
        }
    }
}
