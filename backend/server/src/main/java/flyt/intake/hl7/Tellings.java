package flyt.intake.hl7;

import flyt.domain.bed.BedEvent.BedStatusCancelled;
import flyt.domain.bed.BedEvent.BedStatusReported;
import flyt.domain.event.Event;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.lab.LabEvent.LabReportCancelled;
import flyt.domain.lab.LabEvent.LabStatusReported;
import flyt.domain.place.HospitalId;
import flyt.domain.staff.StaffEvent.ResponsibilityCancelled;
import flyt.domain.staff.StaffEvent.ResponsibilityReported;
import flyt.domain.stay.FactKind;
import flyt.domain.stay.StayEvent.PatientsMergeCancelled;
import flyt.domain.stay.StayEvent.PatientsMerged;
import flyt.domain.stay.StayFact.FactCancelled;
import flyt.domain.stay.StayId;
import flyt.journal.EventCodec;
import flyt.journal.EventRow;
import flyt.journal.Inbox;
import flyt.journal.InboxRow;
import flyt.journal.Journal;
import flyt.journal.WireNames;
import flyt.runtime.Hospitals;
import flyt.runtime.StayHistory;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a message has told, each time it was told, and what still holds of it. */
final class Tellings {
    /** Between a message's own id and what tells one telling of it from another. */
    static final String AGAIN = ".again-";

    private static final List<String> OF_NO_HISTORY = List.of(
            "LabStatusReported",
            "LabReportCancelled",
            "PatientsMerged",
            "PatientsMergeCancelled",
            "BedStatusReported",
            "BedStatusCancelled",
            "ResponsibilityReported",
            "ResponsibilityCancelled");

    private final Hospitals hospitals;
    private final Inbox inbox;
    private final Journal journal;
    private final EventCodec codec = new EventCodec();

    Tellings(Hospitals hospitals, Inbox inbox, Journal journal) {
        this.hospitals = hospitals;
        this.inbox = inbox;
        this.journal = journal;
    }

    /**
     * Something that a message told and that holds.
     *
     * @param type name of the event type
     * @param visit as the journal has it; empty for what is of none
     * @param withdrawal what takes it back
     */
    record Fact(String type, String visit, Instant occurredAt, MessageKey message, Event withdrawal) {}

    /** {@code times}: how often it was told. */
    record Told(int times, List<Fact> facts) {}

    /**
     * What still holds of all that this message told.
     *
     * @param source as which it was told
     */
    Future<Told> of(HospitalId hospital, InboxRow row, String source) {
        return inbox.called(hospital.value(), row.messageId()).compose(all -> {
            Family family = Family.of(row, source, all);
            Set<String> visits = new TreeSet<>();
            family.rows().forEach(one -> visits.addAll(one.visits()));
            List<Future<List<Fact>>> reads = new ArrayList<>();
            visits.forEach(visit -> reads.add(ofStay(hospital, family, visit)));
            reads.add(ofNoHistory(hospital, family));
            return Future.all(reads)
                    .map(done -> new Told(
                            family.rows().size(),
                            reads.stream()
                                    .flatMap(read -> read.result().stream())
                                    .toList()));
        });
    }

    /**
     * A message with every telling of it and every repeat.
     *
     * @param ends the last event of each message that has this id, of which others than these may be some
     */
    private record Family(String messageId, String source, List<InboxRow> rows, TreeSet<Long> ends) {
        static Family of(InboxRow row, String source, List<InboxRow> all) {
            UUID first = row.first();
            Set<Long> told = new HashSet<>();
            all.stream()
                    .filter(one -> one.id().equals(first))
                    .map(InboxRow::seq)
                    .forEach(told::add);
            Set<UUID> same = new HashSet<>(Set.of(first));
            TreeSet<Long> ends = new TreeSet<>();
            for (InboxRow one : all) {
                if (one.seq() != null) {
                    ends.add(one.seq());
                    if (told.contains(one.seq())) {
                        same.add(one.id());
                    }
                }
            }
            List<InboxRow> rows = all.stream()
                    .filter(one -> same.contains(one.id()) || (one.replayOf() != null && same.contains(one.replayOf())))
                    .toList();
            return new Family(row.messageId(), source, rows, ends);
        }

        /** Whether one of these told it: by its id, a part of it, or one that was made for telling it again. */
        boolean told(MessageKey message, long seq) {
            String id = message.id();
            boolean called = message.source().value().equals(source)
                    && id.startsWith(messageId)
                    && (id.length() == messageId.length()
                            || id.charAt(messageId.length()) == '/'
                            || id.charAt(messageId.length()) == '#'
                            || id.startsWith(AGAIN, messageId.length()));
            Long end = called ? ends.ceiling(seq) : null;
            return end != null && rows.stream().anyMatch(row -> end.equals(row.seq()));
        }
    }

    private Future<List<Fact>> ofStay(HospitalId hospital, Family family, String visit) {
        return hospitals
                .stay(hospital, new StayId(visit))
                .map(stay -> stay == null
                        ? List.of()
                        : stay.facts().stream()
                                .filter(fact -> fact.cancelledBy() == null && family.told(fact.message(), fact.seq()))
                                .flatMap(fact -> Stream.ofNullable(fact(visit, fact, stay.facts())))
                                .toList());
    }

    /** {@code all}: of which another message of this id may have told some at the same moment. */
    private static @Nullable Fact fact(String visit, StayHistory.Fact told, List<StayHistory.Fact> all) {
        FactKind kind = WireNames.parse(FactKind.class, told.type());
        if (kind == null || kind == FactKind.FACT_CANCELLED || kind == FactKind.ROOM_LEFT) {
            return null;
        }
        boolean alone = all.stream()
                .noneMatch(other -> other != told
                        && other.message().equals(told.message())
                        && other.type().equals(told.type())
                        && other.occurredAt().equals(told.occurredAt()));
        Event withdrawal = new FactCancelled(new StayId(visit), kind, told.message(), alone ? null : told.fact());
        return new Fact(told.type(), visit, told.occurredAt(), told.message(), withdrawal);
    }

    /** Laboratory reports, merged patients, bed statuses and doctors, of which no stay's history tells. */
    private Future<List<Fact>> ofNoHistory(HospitalId hospital, Family family) {
        List<Future<List<EventRow>>> reads = family.rows().stream()
                .flatMap(one -> Stream.ofNullable(one.seq()))
                .distinct()
                .map(seq -> journal.upTo(hospital.value(), seq, family.source(), OF_NO_HISTORY))
                .toList();
        if (reads.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        return Future.all(reads).map(done -> {
            TreeMap<Long, EventRow> inOrder = new TreeMap<>();
            reads.forEach(read -> read.result().forEach(event -> inOrder.put(event.seq(), event)));
            List<Fact> holding = new ArrayList<>();
            for (EventRow event : inOrder.values()) {
                MessageKey message = new MessageKey(new Source(event.source()), event.messageId());
                if (family.told(message, event.seq())) {
                    Event told = codec.decode(event.type(), event.body());
                    Fact fact = fact(event, message, told);
                    if (fact != null) {
                        holding.add(fact);
                    } else {
                        holding.removeIf(before -> before.withdrawal().equals(told));
                    }
                }
            }
            return holding;
        });
    }

    /** Null for what takes something back. */
    private static @Nullable Fact fact(EventRow event, MessageKey message, Event told) {
        Event withdrawal;
        String visit = "";
        if (told instanceof LabStatusReported lab) {
            withdrawal = new LabReportCancelled(lab.stay(), lab.order(), message);
            visit = lab.stay().value();
        } else if (told instanceof PatientsMerged merge) {
            withdrawal = new PatientsMergeCancelled(merge.patient(), merge.merged());
        } else if (told instanceof BedStatusReported status) {
            withdrawal = new BedStatusCancelled(status.bed(), message);
        } else if (told instanceof ResponsibilityReported responsibility) {
            withdrawal = new ResponsibilityCancelled(responsibility.stay(), message);
            visit = responsibility.stay().value();
        } else {
            return null;
        }
        return new Fact(event.type(), visit, event.occurredAt(), message, withdrawal);
    }
}
