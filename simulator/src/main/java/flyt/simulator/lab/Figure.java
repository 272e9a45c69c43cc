package flyt.simulator.lab;

/** What is measured of each run. */
enum Figure {
    DONE_MEDIAN("order to done, median", "min"),
    DONE_P90("order to done, 90th percentile", "min"),
    DONE_MEAN("order to done, mean", "min"),
    INFECTION_MEDIAN("infection cleans: order to done, median", "min"),
    INFECTION_P90("infection cleans: order to done, 90th percentile", "min"),
    ALL_MEDIAN("all jobs: order to done, median", "min"),
    ALL_P90("all jobs: order to done, 90th percentile", "min"),
    START_MEDIAN("order to start, median", "min"),
    START_P90("order to start, 90th percentile", "min"),
    EMPTY_HOURS("beds empty but unusable, a day", "h"),
    BED_WAIT("waiting for a bed being made ready, per patient", "min"),
    BED_WAIT_P90("the same, 90th percentile", "min"),
    WANTED_MEDIAN("beds wanted from the start: order to done, median", "min"),
    WANTED_P90("the same, 90th percentile", "min"),
    OTHERS_MEDIAN("beds nobody wants yet: order to done, median", "min"),
    OTHERS_P90("the same, 90th percentile", "min"),
    MARGIN("wanted beds come first by, in the mean", "min"),
    LATE("late jobs", "%"),
    LATE_ACUTE("late of class acute", "%"),
    LATE_NOW("late of class now", "%"),
    LATE_SOON("late of class soon", "%"),
    LATE_TODAY("late of class today", "%"),
    LATE_SHIFT("late of class shift", "%"),
    LATE_PLAN("late of those with an appointment", "%"),
    LONGEST("longest wait until somebody comes", "min"),
    OVER_MAXIMUM("jobs that waited longer than the maximum, a run", ""),
    UNAVOIDABLE("so many at least under any policy with this roster", ""),
    WALK("walking per job", "min"),
    IDLE("idle share of the time on duty", "%"),
    UNDONE("jobs nobody ever took, a run", "");

    final String label;
    final String unit;

    Figure(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    /** The key on the wire: {@code DONE_P90} is {@code doneP90}. */
    String key() {
        StringBuilder key = new StringBuilder();
        for (String word : name().split("_")) {
            key.append(key.isEmpty() ? word.toLowerCase(java.util.Locale.ROOT) : capital(word));
        }
        return key.toString();
    }

    private static String capital(String word) {
        return word.charAt(0) + word.substring(1).toLowerCase(java.util.Locale.ROOT);
    }
}
