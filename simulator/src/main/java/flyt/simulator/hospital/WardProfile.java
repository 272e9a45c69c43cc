package flyt.simulator.hospital;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a ward of the reference hospital is like: how long its patients stay, how they come, how old they are.
 *
 * @param field which wards may take each other's patients as outliers
 * @param meanStay days in this ward, with the wait for the day's discharge hour and overstay in it
 * @param inflow ward stays a day
 * @param planned planned admissions a day, mean over the week
 * @param births newly delivered mothers (maternity) or newborns a day, who come neither planned nor by the emergency department
 * @param death share of discharges from this ward that are deaths
 * @param isolated share of ward stays that are under isolation for some time
 * @param ages weights of the ages 0–15, 16–44, 45–66, 67–79, 80–96
 */
record WardProfile(
        Field field,
        double meanStay,
        double inflow,
        double planned,
        double births,
        double death,
        double isolated,
        double[] ages) {

    enum Field {
        OBSERVATION,
        MEDICAL,
        SURGICAL,
        WOMEN,
        CHILDREN,
        NEWBORN,
        INTENSIVE
    }

    /** Of the stays of medical and surgical wards: those that come from another unit (18 of 72.7 a day). */
    private static final double FROM_OTHER_UNITS = 18 / 72.7;

    private static final double[] ADULTS = {0, 18, 33, 31, 18};
    private static final double[] OLDER = {0, 7, 28, 38, 27};
    private static final double[] OLD = {0, 1, 9, 36, 54};
    private static final double[] MOTHERS = {0, 100, 0, 0, 0};
    private static final double[] CHILDREN_ONLY = {100, 0, 0, 0, 0};

    private static final Map<String, WardProfile> REFERENCE = reference();

    private static Map<String, WardProfile> reference() {
        Map<String, WardProfile> wards = new LinkedHashMap<>();
        wards.put("OBS", new WardProfile(Field.OBSERVATION, 0.7, 21.9, 0, 0, 0.002, 0.20, ADULTS));
        wards.put("HJE", new WardProfile(Field.MEDICAL, 3.4, 10.1, 1.0, 0, 0.014, 0.12, OLDER));
        wards.put("LUN", new WardProfile(Field.MEDICAL, 5.4, 4.8, 0, 0, 0.030, 0.23, OLDER));
        wards.put("INF", new WardProfile(Field.MEDICAL, 5.2, 5.0, 0, 0, 0.024, 0.55, ADULTS));
        wards.put("GNE", new WardProfile(Field.MEDICAL, 4.2, 8.3, 0, 0, 0.020, 0.19, OLDER));
        wards.put("GER", new WardProfile(Field.MEDICAL, 6.5, 4.0, 0, 0, 0.034, 0.11, OLD));
        wards.put("NEV", new WardProfile(Field.MEDICAL, 3.8, 4.4, 0, 0, 0.015, 0.07, OLDER));
        wards.put("HEM", new WardProfile(Field.MEDICAL, 5.6, 4.4, 1.2, 0, 0.027, 0.25, ADULTS));
        wards.put("GKI", new WardProfile(Field.SURGICAL, 3.9, 8.3, 3.0, 0, 0.012, 0.16, ADULTS));
        wards.put("ORT", new WardProfile(Field.SURGICAL, 4.3, 7.5, 3.5, 0, 0.008, 0.12, OLDER));
        wards.put("URO", new WardProfile(Field.SURGICAL, 3.0, 7.9, 3.8, 0, 0.008, 0.20, OLDER));
        wards.put("GYN", new WardProfile(Field.WOMEN, 1.9, 3.8, 1.8, 0, 0.001, 0.08, new double[] {0, 55, 33, 10, 2}));
        wards.put("ONH", new WardProfile(Field.SURGICAL, 1.6, 4.2, 2.2, 0, 0.001, 0.10, ADULTS));
        wards.put("BRS", new WardProfile(Field.WOMEN, 2.6, 8.3, 0, 8.0, 0, 0.03, MOTHERS));
        wards.put("NYF", new WardProfile(Field.NEWBORN, 8.0, 1.6, 0, 1.6, 0.006, 0.08, CHILDREN_ONLY));
        wards.put("BRN", new WardProfile(Field.CHILDREN, 2.2, 5.9, 0.5, 0, 0.001, 0.30, CHILDREN_ONLY));
        wards.put("INT", new WardProfile(Field.INTENSIVE, 3.5, 2.3, 0, 0, 0.60, 0.15, OLDER));
        wards.put("OVE", new WardProfile(Field.INTENSIVE, 2.2, 4.6, 0, 0, 0.18, 0.14, OLDER));
        return wards;
    }

    /** The numbers of a ward of the reference hospital, or null when it has no such ward. */
    static @org.jspecify.annotations.Nullable WardProfile of(String ward) {
        return REFERENCE.get(ward);
    }

    /** Medical and surgical wards pass patients on to each other, to intensive care, and get some from observation. */
    boolean general() {
        return field == Field.MEDICAL || field == Field.SURGICAL || (field == Field.WOMEN && births == 0);
    }

    /** Patients without defences of their own, who are protected from others' germs: haematology and oncology. */
    boolean fragile() {
        return this == REFERENCE.get("HEM");
    }

    /** The same in a season. */
    double fromEmergency(Season season) {
        double factor = this == REFERENCE.get("INF") ? season.infection : field == Field.MEDICAL ? season.medical : 1;
        return fromEmergency() * factor;
    }

    /** Admissions a day by way of the emergency department in an ordinary week. */
    double fromEmergency() {
        return switch (field) {
            case INTENSIVE, NEWBORN -> 0;
            default -> inflow * (general() ? 1 - FROM_OTHER_UNITS : 1) - planned - births;
        };
    }
}
