package flyt.domain.stay;

import flyt.domain.event.MessageKey;
import flyt.domain.event.MessageKey.Movement;
import flyt.domain.stay.StayFact.FactCancelled;
import flyt.domain.stay.StayFact.RoomLeft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The facts that hold: without cancellations and without what those took back, and of a movement that was told again only what
 * was told last.
 *
 * @param facts what is left, in order
 * @param cancelledBy which message took back which fact
 * @param cancelledNothing cancellations that found nothing
 * @param opened whether anybody ever said that this stay began or will begin, even if it was taken back
 */
public record EffectiveFacts(
        List<Told> facts,
        SortedMap<FactKey, MessageKey> cancelledBy,
        List<MessageKey> cancelledNothing,
        boolean opened) {

    /** Sorts out which of these facts, given in order, hold. */
    public static EffectiveFacts of(Iterable<Told> inOrder) {
        return of(inOrder, new TreeMap<>());
    }

    /** The same, where some facts shared with another stay were taken back there. */
    static EffectiveFacts of(Iterable<Told> inOrder, SortedMap<FactKey, MessageKey> takenBackElsewhere) {
        List<Told> all = new ArrayList<>();
        List<Told> cancellations = new ArrayList<>();
        for (Told told : inOrder) {
            all.add(told);
            if (told.fact().kind() == FactKind.FACT_CANCELLED) {
                cancellations.add(told);
            }
        }
        SortedMap<FactKey, MessageKey> cancelledBy = new TreeMap<>(takenBackElsewhere);
        cancellations.removeAll(replace(all, cancelledBy));

        List<MessageKey> cancelledNothing = new ArrayList<>();
        // those that name what they cancel first, so that one that names nothing cannot take it from them
        takeBack(all, cancellations, true, cancelledBy, cancelledNothing);
        takeBack(all, cancellations, false, cancelledBy, cancelledNothing);
        List<Told> left = all.stream()
                .filter(told -> told.fact().kind() != FactKind.FACT_CANCELLED)
                .filter(told -> !cancelledBy.containsKey(told.key()))
                .toList();
        return new EffectiveFacts(
                left, cancelledBy, cancelledNothing, all.stream().anyMatch(EffectiveFacts::opens));
    }

    /**
     * Of a movement that was told more than once, with an id of its own, what was told last takes the place of the rest.
     *
     * @return the cancellations that are done with by this
     */
    private static List<Told> replace(List<Told> all, SortedMap<FactKey, MessageKey> cancelledBy) {
        record Named(Told told, Movement movement) {
            String movedAs() {
                return movement.source() + "#" + movement.id();
            }
        }
        List<Named> named = new ArrayList<>();
        Map<String, Named> last = new TreeMap<>();
        for (Told told : all) {
            Movement movement = told.header().message().movement();
            if (movement != null) {
                Named one = new Named(told, movement);
                named.add(one);
                last.merge(
                        one.movedAs(), one, (before, now) -> before.movement.isReplacedBy(now.movement) ? now : before);
            }
        }
        List<Told> settled = new ArrayList<>();
        for (Named one : named) {
            Named by = Objects.requireNonNull(last.get(one.movedAs()));
            if (one.movement.isReplacedBy(by.movement)) {
                cancelledBy.put(one.told.key(), by.told.header().message());
                settled.add(one.told);
                settled.add(by.told);
            }
        }
        return settled;
    }

    private static void takeBack(
            List<Told> all,
            List<Told> cancellations,
            boolean naming,
            SortedMap<FactKey, MessageKey> cancelledBy,
            List<MessageKey> cancelledNothing) {
        Set<Said> done = new HashSet<>();
        Set<FactKey> fallen = new HashSet<>();
        for (Told told : cancellations) {
            FactCancelled cancel = (FactCancelled) told.fact();
            if (naming != (cancel.cancels() != null) || (!naming && !done.add(Said.of(told)))) {
                continue;
            }
            Told found = found(all, told, cancel, key -> cancelledBy.containsKey(key) && !fallen.contains(key));
            if (found == null) {
                cancelledNothing.add(told.header().message());
                continue;
            }
            // each of them can be taken back by a cancellation of its own, which then finds it
            fallen.remove(found.key());
            cancelledBy.putIfAbsent(found.key(), told.header().message());
            for (Told one : naming ? List.<Told>of() : fallingWith(found, all)) {
                if (cancelledBy.putIfAbsent(one.key(), told.header().message()) == null) {
                    fallen.add(one.key());
                }
            }
        }
    }

    /** What was said of which moment, whoever said it: senders that repeat themselves give the same another id. */
    private record Said(Instant at, StayFact fact) {
        static Said of(Told told) {
            return new Said(told.key().at(), told.fact());
        }
    }

    /**
     * What a cancellation that names nothing takes back besides: the same told again, and what the fact itself had taken the place
     * of. Whoever says that a discharge is cancelled means that the patient is in, however often it had been told.
     */
    private static List<Told> fallingWith(Told found, List<Told> all) {
        List<Told> falling = new ArrayList<>();
        for (Told told : all) {
            boolean before = told.key().compareTo(found.key()) < 0;
            if (before && opens(told) && found.fact().kind() == FactKind.PATIENT_DISCHARGED) {
                falling.clear();
            } else if (told.fact().kind() == found.fact().kind()
                    && ((before && isReplacedByTheNext(told)) || Said.of(told).equals(Said.of(found)))) {
                falling.add(told);
            }
        }
        return falling;
    }

    private static boolean isReplacedByTheNext(Told told) {
        return switch (told.fact().kind()) {
            case PATIENT_DISCHARGED, ADMISSION_EXPECTED, TRANSFER_EXPECTED, DISCHARGE_EXPECTED -> true;
            default -> false;
        };
    }

    private static boolean opens(Told told) {
        return switch (told.fact().kind()) {
            case PATIENT_REGISTERED, PATIENT_ADMITTED, ADMISSION_EXPECTED -> true;
            default -> false;
        };
    }

    /**
     * What this system concluded by itself stands and falls with its cause; a cancellation is final; a hand takes its word
     * back itself.
     */
    private static boolean canBeTakenBack(Told told) {
        return told.fact() instanceof RoomLeft left
                ? left.because() == null
                : told.fact().kind() != FactKind.FACT_CANCELLED
                        && !told.fact().kind().byHand();
    }

    private static @Nullable Told found(
            List<Told> all, Told cancelling, FactCancelled cancel, Predicate<FactKey> taken) {
        Told before = null;
        for (Told told : all) {
            if (told.fact().kind() != cancel.cancelsKind() || !canBeTakenBack(told) || taken.test(told.key())) {
                continue;
            }
            if (cancel.cancels() != null) {
                boolean meant = cancel.fact() == null || cancel.fact().equals(told.fact());
                if (meant && told.header().message().equals(cancel.cancels())) {
                    // of two with one name, told in error, the one of the same moment is meant
                    if (told.key().at().equals(cancelling.key().at())) {
                        return told;
                    }
                    before = before == null ? told : before;
                }
            } else if (told.key().compareTo(cancelling.key()) < 0) {
                before = told;
            } else {
                return before == null ? told : before;
            }
        }
        return before;
    }
}
