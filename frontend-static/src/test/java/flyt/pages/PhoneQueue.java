package flyt.pages;

/** The queue of cleaning as a phone gets it, and who asks for it. The times are those of the golden beat, 10:42 in Oslo. */
final class PhoneQueue {

    static final String ME = "w-leila";

    static final String CLEANER =
            """
            {"kind":"person","account":"a-7","name":"Leila Haddad","given":"Leila","login":"cleaner","language":"nb","demo":false,
             "grants":[{"role":"cleaner","hospital":"FJO","wards":"*","zones":"*"}],"device":"own","screen":null,
             "mustChange":false,"until":"2026-11-12T21:42:00Z","idleSeconds":28800,
             "may":{"views":["ward.1","tasks"],"deeds":[]}}""";

    static final String DUTY =
            """
            {"keys":["w-leila"],"teams":["cleaning"],"zones":[{"id":"R1","name":"Øst","kind":"cleaning"},{"id":"R2","name":"Vest","kind":"cleaning"},
             {"id":"R3","name":"Akutt og operasjon","kind":"cleaning"},{"id":"P1","name":"Portør nord","kind":"porters"}]}""";

    static final String SELF =
            """
            {"key":"worker/w-leila","kind":"worker","worker":"w-leila","zones":["R1"],"skills":["infection"],
             "since":"2026-11-12T06:30:00Z","until":"2026-11-12T14:30:00Z"}""";

    /** One's own worker row on a break. */
    static final String RESTING = SELF.replace("\"since\"", "\"breakSince\":\"2026-11-12T09:30:00Z\",\"since\"");

    static final String OFFERED = task(
            "T-881",
            "clean-standard",
            "offered",
            bed("LUN-316", "316", "Lunge, tun B", "3", "øst"),
            """
            "worker":"w-leila","by":"Leila","offerUntil":"2026-11-12T09:42:35Z","offerReceived":false,"score":1,
            "orderedAt":"2026-11-12T09:36:00Z","dueAt":"2026-11-12T10:01:00Z","urgency":"now",
            "reasons":[{"cause":"emergency-patient-waits","at":"2026-11-12T09:36:00Z"}]""");

    static final String PROTECTIVE = task(
            "T-882",
            "clean-protective",
            "pending",
            bed("HEM-521", "521", "Hematologi", "5", "vest"),
            """
            "score":2,"orderedAt":"2026-11-12T09:20:00Z","dueAt":"2026-11-12T10:25:00Z","urgency":"soon",
            "reasons":[{"cause":"patient-comes","at":"2026-11-12T11:15:00Z"}]""");

    static final String CONTACT = task(
            "T-883",
            "clean-contact",
            "pending",
            bed("GAS-128", "128", "Gastrokirurgi", "1", "øst"),
            """
            "score":3,"orderedAt":"2026-11-12T09:10:00Z","dueAt":"2026-11-12T11:11:00Z","urgency":"today",
            "reasons":[{"cause":"patient-comes","at":"2026-11-12T14:00:00Z"},{"cause":"waited-long","at":"2026-11-12T09:10:00Z"}]""");

    static final String SCHEDULED = task(
            "T-884",
            "clean-standard",
            "scheduled",
            bed("ORT-131", "131", "Ortopedi", "1", "øst"),
            """
            "score":9,"startBy":"2026-11-12T10:30:00Z","urgency":"plan\"""");

    static final String OF_ANOTHER = task(
            "T-885",
            "clean-standard",
            "accepted",
            bed("LUN-304", "304", "Lunge, tun A", "3", "øst"),
            """
            "worker":"w-amina","by":"Amina","score":4,"orderedAt":"2026-11-12T09:00:00Z","dueAt":"2026-11-12T10:30:00Z\"""");

    static final String UNDER_WAY = task(
            "T-883",
            "clean-contact",
            "in-progress",
            bed("GAS-128", "128", "Gastrokirurgi", "1", "øst"),
            """
            "worker":"w-leila","by":"Leila","score":3,"orderedAt":"2026-11-12T09:10:00Z","since":"2026-11-12T09:34:00Z",
            "startedAt":"2026-11-12T09:34:00Z","dueAt":"2026-11-12T10:29:00Z\"""");

    static final String ACCEPTED = UNDER_WAY.replace("in-progress", "accepted").replace("\"startedAt\"", "\"x\"");

    /** A patient who is fetched with a wheelchair, and something that only this hospital has a name for. */
    static final String PORTERS = String.join(
            ",",
            SELF,
            task(
                    "T-901",
                    "patient-wheelchair",
                    "pending",
                    bed("LUN-302", "302", "Lunge, tun A", "3", "øst"),
                    """
                    "to":{"ward":"RAD","wardName":"Radiologi","floor":"1"},"score":1,"orderedAt":"2026-11-12T09:30:00Z",
                    "dueAt":"2026-11-12T09:40:00Z","reasons":[{"cause":"appointment","at":"2026-11-12T09:50:00Z"}]"""),
            task(
                    "T-902",
                    "flowers",
                    "pending",
                    "{\"ward\":\"VRT\",\"wardName\":\"Vestibylen\"}",
                    """
                    "typeName":"Blomster","score":2,"orderedAt":"2026-11-12T09:38:00Z","reasons":[{"cause":"ordered"}]"""));

    /** A patient whom one has taken to move; {@code check}: fields of how far one is with finding out who it is. */
    static String move(String check) {
        return SELF + ","
                + task(
                        "T-905",
                        "patient-bed",
                        "accepted",
                        bed("LUN-302", "302", "Lunge, tun A", "3", "øst"),
                        """
                        "to":{"stop":"XRAY","stopName":"Radiologi"},"worker":"w-leila","by":"Leila","score":1,
                        "orderedAt":"2026-11-12T09:30:00Z","dueAt":"2026-11-12T09:50:00Z","since":"2026-11-12T09:38:00Z",
                        "reasons":[{"cause":"appointment","at":"2026-11-12T09:50:00Z"}],"patient":{%s}"""
                                .formatted(check));
    }

    /** A day's queue: one offered, two to take, one planned, one of a colleague. Not in the order of need. */
    static final String DAY = String.join(",", SELF, OF_ANOTHER, CONTACT, SCHEDULED, OFFERED, PROTECTIVE);

    /** The same with nothing offered to oneself. */
    static final String PULL = String.join(",", SELF, OF_ANOTHER, CONTACT, SCHEDULED, PROTECTIVE);

    private PhoneQueue() {}

    static String snapshot(String rows) {
        return "{\"type\":\"snapshot\",\"stream\":\"FJO/queue/cleaning\",\"seq\":48213,\"rows\":[" + rows + "]}";
    }

    static String update(int seq, String put, String drop) {
        return "{\"type\":\"rows\",\"stream\":\"FJO/queue/cleaning\",\"prev\":48213,\"seq\":" + seq + ",\"put\":[" + put
                + "],\"drop\":[" + drop + "]}";
    }

    /** Lets a server answer as it does for a cleaner on duty. */
    static void answer(PageServer server) {
        server.looks(CLEANER);
        server.answers("/api/v1/hospitals/FJO/duty", DUTY);
        server.answers(OnPhone.COMMANDS, "{\"outcome\":\"accepted\",\"seq\":48214}");
        server.answers(
                "/api/v1/hospitals",
                """
                {"hospitals":[{"id":"FJO","name":"Fjordvik sykehus","timeZone":"Europe/Oslo","synthetic":true,"clock":"system","wards":[]}]}""");
    }

    private static String bed(String bed, String label, String ward, String floor, String building) {
        return """
                {"bed":"%s","label":"%s","ward":"%s","wardName":"%s","floor":"%s","building":"%s","zone":"R1"}"""
                .formatted(bed, label, bed.substring(0, 3), ward, floor, building);
    }

    private static String task(String task, String kind, String state, String at, String more) {
        return """
                {"key":"task/%s","kind":"queue-task","task":"%s","type":"%s","state":"%s","at":%s,%s}"""
                .formatted(task, task, kind, state, at, more);
    }
}
