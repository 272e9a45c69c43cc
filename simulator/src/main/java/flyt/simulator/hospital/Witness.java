package flyt.simulator.hospital;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One who sees what happens in the simulated hospital, at once and in order of time.
 *
 * <p>{@code at} is seconds since 1970. A witness looks and writes down; it changes nothing. What it does not care
 * about does nothing.
 */
public interface Witness {

    /** Several who look on as one; each sees everything, the first of them first. */
    static Witness all(List<Witness> witnesses) {
        return (Witness) Proxy.newProxyInstance(
                Witness.class.getClassLoader(), new Class<?>[] {Witness.class}, (proxy, method, arguments) -> {
                    try {
                        for (Witness witness : witnesses) {
                            var unused = method.invoke(witness, arguments);
                        }
                        return null;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** The doors open: who and what is there now came before and was not told of. */
    default void opening(long at, SimulatedHospital hospital) {}

    /** Use, occupants, closing or promise of a bed have changed. */
    default void bedChanged(long at, Bed bed) {}

    /** Arrived in the emergency department, in a bay or without one. */
    default void registered(long at, Stay stay) {}

    default void registeredTwice(long at, Stay stay, String otherVisit) {}

    default void staysMerged(long at, Stay stay, String otherVisit) {}

    /** Who was registered as {@code unknown} is the person whom the stay has now. */
    default void identified(long at, Stay stay, Person unknown) {}

    /** @param from a ward, or null for home */
    default void admissionExpected(
            long at, Stay stay, Ward ward, @Nullable Bed bed, long expectedAt, @Nullable Ward from) {}

    default void admissionCancelled(long at, Stay stay) {}

    /** Admitted to a ward; place and bed are those of the stay. */
    default void admitted(long at, Stay stay) {}

    /** Moved; place, bed and responsible ward are those of the stay. */
    default void transferred(long at, Stay stay) {}

    default void transferExpected(long at, Stay stay, Ward ward, @Nullable Bed bed, long expectedAt) {}

    default void swapped(long at, Stay one, Stay other) {}

    /** Another ward took over, the bed is the same. */
    default void responsibilityMoved(long at, Stay stay) {}

    /** The nurse saw the room empty before the discharge was registered. */
    default void leftRoom(long at, Stay stay, Bed bed) {}

    default void discharged(long at, Stay stay, String disposition) {}

    /** A clerk discharged the wrong patient. */
    default void dischargedByMistake(long at, Stay stay) {}

    default void mistakeUndone(long at, Stay stay) {}

    default void dischargeExpected(long at, Stay stay, @Nullable LocalDate on, long expectedAt) {}

    default void leaveStarted(long at, Stay stay, long expectedBackAt) {}

    default void leaveEnded(long at, Stay stay) {}

    default void departed(long at, Stay stay, String destination, long expectedBackAt) {}

    default void returned(long at, Stay stay) {}

    default void isolationChanged(long at, Stay stay) {}

    /** Isolation had ended, and the room is clean around the patient. */
    default void roomCleaned(long at, Bed bed) {}

    /** @param toldAt when the response team was told, or -1 */
    default void scored(long at, Stay stay, int score, boolean singleThree, long dueAt, long toldAt) {}

    /** @param scale the score used instead of NEWS2, which is not for this patient */
    default void notScored(long at, Stay stay, String scale) {}

    default void weighed(long at, Stay stay, int weight) {}

    default void responsibilityTold(long at, Stay stay) {}

    default void readiness(long at, Stay stay, String readiness) {}

    /** @param dueAt seconds, or -1 */
    default void milestone(long at, Stay stay, String milestone, String state, long dueAt, @Nullable LabOrder order) {}

    /** @param plannedAt seconds, or -1 */
    default void lab(long at, LabOrder order, LabOrder.Status status, long plannedAt) {}

    /** Somebody waits for a blood sample; {@code ticket}: their place in the queue of that station. */
    default void samplingAwaited(long at, String station, String ticket) {}

    default void samplingBegun(long at, String station, String ticket) {}

    /** How many draw blood there today, or could help elsewhere. */
    default void samplingStaff(long at, String station, int staff) {}

    /** A bed that stood ready turned out not to be clean. */
    default void foundDirty(long at, Bed bed) {}

    default void closed(long at, Bed bed, long until) {}

    default void opened(long at, Bed bed) {}

    default void reserved(long at, Bed bed, Stay stay, long until) {}

    default void reservationEnded(long at, Bed bed) {}

    default void cleaningStarted(long at, CleaningJob job) {}

    default void cleaningPaused(long at, CleaningJob job) {}

    default void cleaningResumed(long at, CleaningJob job) {}

    default void cleaningDone(long at, CleaningJob job, boolean made) {}

    default void bedMade(long at, Bed bed) {}

    default void spillOrdered(long at, Bed bed) {}

    default void spillCancelled(long at, Bed bed) {}

    default void roomReleased(long at, Bed bed) {}

    /** A cleaner comes on duty, or stays for the next shift; {@code zone}: where they begin. */
    default void dutyStarted(long at, Colleague cleaner, String zone, boolean infectionTrained, long until) {}

    default void dutyEnded(long at, Colleague cleaner) {}

    default void breakStarted(long at, Colleague cleaner) {}

    default void breakEnded(long at, Colleague cleaner) {}

    default void coordinatorOnDuty(long at, Ward ward, Colleague coordinator, String phone) {}
}
