package flyt;

import flyt.access.Where;

/**
 * Where something is asked for.
 *
 * @param visit of somebody who lies there
 * @param bed a free one
 */
record Spot(String hospital, String ward, String zone, String visit, String bed) {
    static final Spot HOME = new Spot("FJO", "OBS", "R1", "V1001", "OBS-013");
    static final Spot ANOTHER_WARD = new Spot("FJO", "LUN", "R4", "V1002", "LUN-303");
    static final Spot ANOTHER_HOSPITAL = new Spot("KAL", "MED", "R1", "V1003", "MED-2");

    Where where() {
        return new Where(ward, zone);
    }

    /** The text with what is in braces filled in. */
    String in(String text) {
        return text.replace("{hospital}", hospital)
                .replace("{ward}", ward)
                .replace("{zone}", zone)
                .replace("{visit}", visit)
                .replace("{bed}", bed);
    }
}
