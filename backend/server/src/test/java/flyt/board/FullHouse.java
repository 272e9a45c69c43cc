package flyt.board;

import flyt.domain.Command.DelayTask;
import flyt.domain.Command.OrderTask;
import flyt.domain.Command.PinTask;
import flyt.domain.Command.SendMessage;
import flyt.domain.Command.StartDuty;
import flyt.domain.Command.TakeTask;
import flyt.domain.alert.AlertEvent.EarlyWarningReported;
import flyt.domain.bed.BedEvent.BedClosed;
import flyt.domain.bed.BedEvent.BedReserved;
import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.event.StaffKey;
import flyt.domain.lab.LabEvent.LabStatusReported;
import flyt.domain.lab.LabStatus;
import flyt.domain.lab.OrderId;
import flyt.domain.place.BedId;
import flyt.domain.place.WardId;
import flyt.domain.priority.Skill;
import flyt.domain.priority.Team;
import flyt.domain.priority.Urgency;
import flyt.domain.staff.StaffEvent.Assigned;
import flyt.domain.staff.StaffEvent.CareWeightReported;
import flyt.domain.staff.StaffEvent.WardRole;
import flyt.domain.staff.StaffEvent.WardRoleReported;
import flyt.domain.stay.Disposition;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.Milestone;
import flyt.domain.stay.PatientKey;
import flyt.domain.stay.StayFact.AdmissionExpected;
import flyt.domain.stay.StayFact.DepartedTemporarily;
import flyt.domain.stay.StayFact.DischargeExpected;
import flyt.domain.stay.StayFact.IsolationReported;
import flyt.domain.stay.StayFact.MilestoneReported;
import flyt.domain.stay.StayFact.PatientDischarged;
import flyt.domain.stay.StayId;
import flyt.domain.task.CleaningEvent.CleaningStarted;
import flyt.domain.task.Point;
import flyt.domain.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Fjordlia with something in every field of every row: Kari Hansen in LUN-301 (isolated, out for a scan, discharge waits for a blood
 * test); Knut Hanssen, whose name is like hers, in LUN-302; LUN-310 left by airborne Bo Berg; a clean under way in LUN-317-1, which
 * is reserved for Nora Foss, who is expected there; LUN-K1 closed and yet held by two; Tor Strand of Lunge in NEV-412; a dead
 * patient in NEV-411.
 */
final class FullHouse {

    private FullHouse() {}

    static Scene scene() {
        Scene scene = new Scene();
        var soon = Scene.START.plus(Duration.ofHours(2));
        scene.staff("N-1", "Ingrid Moe");
        scene.staff("D-1", "Aas");
        scene.staff("C-1", "Tomasz Nowak");
        scene.staff("N-9", "Marit Dal");
        scene.patient("P1", "Kari", "Hansen", 1952);
        scene.admit("V1", "P1", null, "LUN-301");
        scene.responsible("V1", "N-1", "D-1");
        StayId kari = new StayId("V1");
        scene.report(new CareWeightReported(kari, 3));
        scene.report(new EarlyWarningReported(kari, "NEWS2", 2, false, soon, null, false));
        scene.report(new EarlyWarningReported(kari, "NEWS2", 5, true, soon, soon, false));
        scene.report(new IsolationReported(kari, Isolation.DROPLET));
        scene.report(new LabStatusReported(kari, new OrderId("L1"), LabStatus.COLLECTED, false, false, soon));
        scene.report(new MilestoneReported(kari, Milestone.Kind.LAB, Milestone.State.WAITING, soon, new OrderId("L1")));
        scene.report(new DischargeExpected(kari, LocalDate.of(2026, 11, 12), soon));
        scene.report(new DepartedTemporarily(kari, scene.words("Rtg."), soon));

        scene.patient("P2", "Knut", "Hanssen", 1961);
        scene.admit("V2", "P2", null, "LUN-302");

        scene.patient("P3", "Bo", "Berg", 1970);
        scene.admit("V3", "P3", null, "LUN-310");
        scene.report(new IsolationReported(new StayId("V3"), Isolation.AIRBORNE));
        scene.report(new PatientDischarged(new StayId("V3"), Disposition.HOME));

        BedId cleaned = new BedId("LUN-317-1");
        scene.report(new CleaningStarted(null, cleaned, new StaffKey("C-1"), soon));
        scene.patient("P4", "Nora", "Foss", 1980);
        scene.report(new AdmissionExpected(
                new StayId("V4"), new PatientKey("P4"), Scene.place("LUN-317-1"), soon, new WardId("AKM")));
        scene.report(new BedReserved(cleaned, soon, new StayId("V4"), scene.words("etter operasjon")));

        scene.report(new BedClosed(new BedId("LUN-K1"), CloseReason.INFECTION, soon));
        scene.admit("V5", "P5", null, "LUN-K1");
        scene.admit("V6", "P6", null, "LUN-K1");

        scene.patient("P7", "Tor", "Strand", 1944);
        scene.admit("V7", "P7", "LUN", "NEV-412");
        scene.responsible("V7", "N-1", "D-1");
        scene.admit("V8", "P8", null, "NEV-411");
        scene.report(new PatientDischarged(new StayId("V8"), Disposition.DIED));
        scene.report(new WardRoleReported(
                new WardId("LUN"), WardRole.COORDINATOR, new Assigned(new StaffKey("N-9")), "4127"));
        atWork(scene);
        AlertScene.alarm(scene);
        return scene;
    }

    /** A cleaner who has taken the room that airs, and a porter who is offered a transport from Kari Hansen's bed. */
    private static void atWork(Scene scene) {
        scene.staff("C-2", "Leila Haddad");
        scene.staff("T-1", "Ali Demir");
        Instant end = scene.now().plus(Duration.ofHours(7));
        scene.wish("C-2", new StartDuty(Team.CLEANING, zones("R1"), new TreeSet<>(Set.of(Skill.INFECTION)), end));
        Task airing = scene.hospital().tasks().ofBed(new BedId("LUN-310"));
        scene.wish("C-2", new TakeTask(airing.id()));
        scene.wish("C-2", new DelayTask(airing.id(), scene.words("Venter på luftskifte")));
        scene.wish("T-1", new StartDuty(Team.PORTERS, zones(), new TreeSet<>(), null));
        scene.wish(
                "N-1",
                new OrderTask(
                        "patient-bed",
                        Point.bed(new BedId("LUN-301")),
                        Point.stop("RTG"),
                        new StayId("V1"),
                        Urgency.NOW,
                        null,
                        scene.words("Trenger oksygen")));
        Task transport =
                scene.hospital().tasks().waiting(Team.PORTERS).iterator().next();
        scene.wish("N-9", new PinTask(transport.id(), end, scene.words("Røntgen venter")));
        scene.wish("T-1", new TakeTask(transport.id()));
        scene.wish("N-9", new SendMessage(Team.CLEANING, "R1", null, scene.words("Heis 3 er ute av drift")));
        scene.wish("N-9", new SendMessage(Team.PORTERS, null, new StaffKey("T-1"), scene.words("Kom til lageret")));
    }

    private static SortedSet<String> zones(String... zones) {
        return new TreeSet<>(Set.of(zones));
    }
}
