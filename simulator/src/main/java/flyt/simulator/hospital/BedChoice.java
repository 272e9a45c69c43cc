package flyt.simulator.hospital;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which bed a patient is given. Must hold: isolation (after four hours an airborne patient makes do with a single
 * room), and men and women apart in shared rooms. Then: the own ward first; another ward of the same field after some
 * waiting, but never for the very ill; the own ward's corridor last. Who needs intensive care and finds no bed there
 * for an hour gets any bed.
 */
final class BedChoice {

    private static final int TOO_ILL_FOR_ANOTHER_WARD = 5;

    private final House house;

    BedChoice(House house) {
        this.house = house;
    }

    /** A bed that may be promised now, or null: wait. */
    @Nullable
    Bed forRequest(BedRequest request) {
        boolean rearranging = request.origin == BedRequest.Origin.MISPLACED;
        Optional<Bed> own = readyInOwnWard(request);
        if (own.isPresent() || (rearranging && !needsIsolationRoom(request.stay))) {
            return own.orElse(null);
        }
        return Stream.<Optional<Bed>>of(
                        dirty(request), isolationElsewhere(request), otherWard(request), corridor(request))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /** A bed of the ward asked for that could be taken at once. */
    Optional<Bed> readyInOwnWard(BedRequest request) {
        return ready(request, List.of(request.ward));
    }

    private static boolean needsIsolationRoom(Stay stay) {
        return stay.isolation == Isolation.AIRBORNE;
    }

    private Optional<Bed> ready(BedRequest request, List<Ward> wards) {
        boolean special = request.stay.isolation != null;
        Predicate<Bed> fits = fits(request);
        Bed best = null;
        for (Ward ward : wards) {
            for (Bed bed : ward.beds) {
                boolean better = best == null || (best.specialRoom() != special && bed.specialRoom() == special);
                if (better && bed.free() && fits.test(bed)) {
                    best = bed;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private Predicate<Bed> fits(BedRequest request) {
        Stay stay = request.stay;
        Isolation isolation = stay.isolation;
        boolean makeDo = isolation == Isolation.AIRBORNE
                && request.origin != BedRequest.Origin.MISPLACED
                && waited(request) >= 4 * House.HOUR;
        Isolation needed = makeDo ? Isolation.DROPLET : isolation;
        return bed -> bed.suits(needed) && sameSexInRoom(bed, stay);
    }

    private static boolean sameSexInRoom(Bed bed, Stay stay) {
        for (Bed other : bed.ward().beds) {
            if (other != bed && other.room().equals(bed.room())) {
                Stay neighbour = other.occupant() != null ? other.occupant() : other.promisedTo();
                if (neighbour != null
                        && (neighbour.isolation() != null
                                || neighbour.person().woman() != stay.person().woman())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A bed of the own ward that has to be cleaned first: the one that is furthest on its way. */
    private Optional<Bed> dirty(BedRequest request) {
        return request.ward.beds.stream()
                .filter(Bed::soonFree)
                .filter(fits(request))
                .max(Comparator.comparingInt((Bed bed) -> progress(bed)).thenComparing(Bed::id));
    }

    private static int progress(Bed bed) {
        return switch (bed.use()) {
            case NOT_MADE -> 4;
            case BEING_CLEANED -> 3;
            case CLEANING_PAUSED, WAITING_CLEANING -> 2;
            default -> 1;
        };
    }

    private Optional<Bed> isolationElsewhere(BedRequest request) {
        return needsIsolationRoom(request.stay) ? ready(request, house.generalWards()) : Optional.empty();
    }

    private long waited(BedRequest request) {
        return house.now() - Math.max(request.since, request.notBefore - 30 * House.MINUTE);
    }

    /**
     * As an outlier: a ward of the same field first, then another, the one with most free beds, never its last
     * ones; by night more must be left for those who still come.
     */
    private Optional<Bed> otherWard(BedRequest request) {
        Stay stay = request.stay;
        WardProfile.Field field = request.ward.numbers().field();
        if (field == WardProfile.Field.INTENSIVE) {
            Optional<Bed> monitored = ready(request, sameField(field));
            boolean urgent = monitored.isEmpty() && waited(request) >= House.HOUR;
            return urgent ? ready(request, house.generalWards()) : monitored;
        }
        if (field == WardProfile.Field.WOMEN && !request.ward.numbers().general()) {
            return ready(request, sameField(field));
        }
        boolean patient = waited(request) < patience(request.origin);
        boolean adult = field != WardProfile.Field.CHILDREN && field != WardProfile.Field.NEWBORN;
        if (patient || !adult || stay.score >= TOO_ILL_FOR_ANOTHER_WARD || stay.dying) {
            return Optional.empty();
        }
        int hour = house.wall.hour(house.now());
        int spare = hour >= 7 && hour < 23 ? 3 : 6;
        return house.generalWards().stream()
                .filter(ward -> ward != request.ward && ward.readyBeds() >= spare)
                .filter(ward -> ward.numbers().field() != WardProfile.Field.WOMEN
                        || stay.person().woman())
                .sorted(Comparator.<Ward, Boolean>comparing(
                                ward -> ward.numbers().field() != field)
                        .thenComparing(ward -> -ward.readyBeds()))
                .map(ward -> ready(request, List.of(ward)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private List<Ward> sameField(WardProfile.Field field) {
        return house.inpatientWards().stream()
                .filter(ward -> ward.numbers().field() == field)
                .toList();
    }

    private static long patience(BedRequest.Origin origin) {
        return switch (origin) {
            case EMERGENCY -> 30 * House.MINUTE;
            case PLANNED -> 2 * House.HOUR;
            case WARD -> 4 * House.HOUR;
            case MISPLACED -> Long.MAX_VALUE;
        };
    }

    private Optional<Bed> corridor(BedRequest request) {
        boolean longWait = waited(request) >= 40 * House.MINUTE;
        if (request.origin != BedRequest.Origin.EMERGENCY || !longWait) {
            return Optional.empty();
        }
        return request.ward.extraPlaces.stream()
                .filter(Bed::free)
                .filter(bed -> bed.suits(request.stay.isolation))
                .findFirst();
    }
}
