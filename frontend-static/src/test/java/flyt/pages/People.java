package flyt.pages;

/** People who look at the pages, as {@code GET /api/v1/access/me} answers for them. */
final class People {

    /** What a nurse may say by hand. */
    private static final String DEEDS =
            """
            "order-cleaning","order-task","start-task","resume-task","pause-task","finish-task","mark-room-left","release-room",
            "mark-bed-made","open-bed","close-bed","assign-nurse","assign-doctor","expect-discharge","set-isolation",
            "use-corridor-place","undo","break-glass\"""";

    /** A nurse on a phone of her own. */
    static final String NURSE = nurse("own", "null", 28_800);

    /** The same nurse where her ward answers those who ask for its beds. */
    static final String ASKED_NURSE = asked(NURSE, "accept-request", "decline-request");

    /** Somebody of the ward who gives its beds too. */
    static final String COORDINATOR = asked(NURSE, "accept-request", "decline-request", "reserve-bed");

    private People() {}

    private static String asked(String who, String... deeds) {
        return who.replace("\"house\"", "\"house\",\"requests\"")
                .replace("\"undo\"", "\"" + String.join("\",\"", deeds) + "\",\"undo\"");
    }

    /** The same nurse at a wall: for so many seconds, with names where the wall is set so. */
    static String nurseAtWall(String naming, int seconds) {
        return nurse(
                "wall",
                """
                {"id":"S-1","name":"Vaktrom","place":"Vaktrom","hospital":"FJO","view":"ward","scope":"LUN","clusters":[],
                 "level":3,"naming":"%s"}"""
                        .formatted(naming),
                seconds);
    }

    /** Somebody with other deeds than a nurse's. */
    static String cleaner() {
        return NURSE.replace(DEEDS, "\"start-task\",\"finish-task\",\"mark-bed-made\",\"undo\"")
                .replace("\"ward.4\"", "\"ward.1\"")
                .replace("\"nurse\"", "\"cleaner\"");
    }

    private static String nurse(String device, String screen, int seconds) {
        return """
                {"kind":"person","account":"a-1","name":"Ingrid Solheim","given":"Ingrid","login":"nurse","language":"nb","demo":false,
                 "grants":[{"role":"nurse","hospital":"FJO","wards":["LUN"],"zones":"*"}],"device":"%s","screen":%s,
                 "mustChange":false,"until":"2026-11-12T21:42:00Z","idleSeconds":%d,
                 "may":{"views":["ward.4","house","stay","past","definition"],"deeds":[%s]}}"""
                .formatted(device, screen, seconds, DEEDS);
    }
}
