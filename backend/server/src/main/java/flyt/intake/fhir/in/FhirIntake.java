package flyt.intake.fhir.in;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.access.Principal;
import flyt.access.Principal.Machine;
import flyt.domain.event.Source;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalId;
import flyt.domain.place.Places;
import flyt.intake.fhir.in.Wishes.Granted;
import flyt.intake.http.Fault;
import flyt.intake.http.Pseudonyms;
import flyt.intake.http.WardsOfBeds;
import flyt.journal.Inbox;
import flyt.journal.InboxRow;
import flyt.journal.InboxRow.Outcome;
import flyt.journal.WireNames;
import flyt.ops.Metrics;
import flyt.runtime.FeedSign;
import flyt.runtime.Hospitals;
import flyt.runtime.StayHistory;
import flyt.runtime.TooBusy;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes what comes in as FHIR: reads it, finds out what is to be told, tells the hospital, and keeps it in the inbox. Usable from
 * any thread.
 *
 * <p>Futures fail only while the hospital or the database cannot be reached; the same may be sent again then.
 */
public final class FhirIntake {
    static final String PROFILE = "fhir/4.0.1";

    /** What one sender has under way for one hospital at a time: each takes what is known from the one before. */
    private static final long TURN_MS = 20_000;

    private static final int SHOWN_MAX = 110;

    private final Vertx vertx;
    private final Hospitals hospitals;
    private final FhirTeller teller;
    private final Pseudonyms pseudonyms;
    private final Inbox inbox;
    private final Metrics metrics;
    private final InstantSource clock;
    private final WardsOfBeds places = new WardsOfBeds();

    public FhirIntake(
            Vertx vertx,
            Hospitals hospitals,
            FhirTeller teller,
            Pseudonyms pseudonyms,
            Inbox inbox,
            Metrics metrics,
            InstantSource clock) {
        this.vertx = vertx;
        this.hospitals = hospitals;
        this.teller = teller;
        this.pseudonyms = pseudonyms;
        this.inbox = inbox;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Who sends, and as which source; the sender is a system. */
    record Sender(Principal who, String name, Source source) {
        /** A system reports as the one source it has, else by its own id; null when it may not. */
        static @Nullable Sender of(Principal who) {
            if (!(who instanceof Machine machine)) {
                return null;
            }
            boolean one = machine.sources() != null && machine.sources().size() == 1;
            String source = one ? machine.sources().iterator().next() : machine.id();
            return machine.speaksFor(source) ? new Sender(who, machine.id(), new Source(source)) : null;
        }
    }

    /**
     * What became of a request.
     *
     * @param faults what is wrong with it, by the outcome; none when it was taken
     * @param takesBack the facts that were taken back, or would be
     * @param tells the reports that were told, or would be
     * @param granted what became of the command in it; null where there is none
     */
    record Taken(
            Request request,
            Outcome outcome,
            List<Fault> faults,
            List<String> warnings,
            @Nullable Long seq,
            List<StayHistory.Fact> takesBack,
            List<ObjectNode> tells,
            List<String> visits,
            List<String> patients,
            @Nullable Granted granted) {
        /** What somebody should know who looks into it: codes, and words about fields. */
        List<String> reasons() {
            List<String> reasons = new ArrayList<>();
            request.remarks().notes().forEach(note -> reasons.add(WireNames.of(note)));
            faults.forEach(fault -> reasons.add(fault.field() + " " + fault.problem()));
            if (granted != null && granted.refusal() != null) {
                reasons.add(WireNames.of(granted.refusal()));
            }
            reasons.addAll(warnings);
            return reasons;
        }

        /** That nothing of it was told. */
        static Taken not(Request request, Outcome outcome, List<Fault> faults, @Nullable Granted granted) {
            return new Taken(
                    request, outcome, faults, List.of(), null, List.of(), List.of(), List.of(), List.of(), granted);
        }
    }

    /** Takes one request. */
    Future<Taken> take(HospitalId hospital, Sender sender, Asked asked, byte[] body) {
        Instant now = clock.instant();
        return work(hospital, sender, asked, body, now, false, false)
                .compose(taken -> keep(hospital, sender, body, now, taken, null).map(taken));
    }

    /** Takes a body that is in the inbox once more. {@code justLook}: nothing is told and nothing is kept. */
    Future<Taken> again(HospitalId hospital, Sender sender, Asked asked, byte[] body, InboxRow row, boolean justLook) {
        return work(hospital, sender, asked, body, row.receivedAt(), true, justLook)
                .compose(taken -> justLook
                        ? Future.succeededFuture(taken)
                        : settled(hospital, row, taken)
                                .compose(done -> keep(hospital, sender, body, clock.instant(), taken, row))
                                .map(taken));
    }

    private Future<Taken> work(
            HospitalId hospital,
            Sender sender,
            Asked asked,
            byte[] body,
            Instant receivedAt,
            boolean again,
            boolean justLook) {
        return hospitals.definition(hospital).compose(definition -> vertx.executeBlocking(
                        () -> Request.read(definition, asked, body, receivedAt), false)
                .compose(request -> request.isSound()
                        ? inTurn(hospital, sender, () -> teller.tell(definition, sender, request, again, justLook))
                        : Future.succeededFuture(faulty(request))));
    }

    private Future<Taken> inTurn(HospitalId hospital, Sender sender, Supplier<Future<Taken>> work) {
        String turn = "fhir " + hospital.value() + " " + sender.source().value();
        return vertx.sharedData()
                .getLocalLockWithTimeout(turn, TURN_MS)
                .recover(late -> Future.failedFuture(new TooBusy("too much of one sender waits")))
                .compose(lock -> work.get().onComplete(done -> lock.release()));
    }

    private static Taken faulty(Request request) {
        Outcome outcome = request.unreadable() == null ? Outcome.FAULTY : Outcome.UNREADABLE;
        return Taken.not(request, outcome, request.remarks().faults(), null);
    }

    private Future<Void> settled(HospitalId hospital, InboxRow row, Taken taken) {
        boolean told = taken.outcome() == Outcome.ACCEPTED || taken.outcome() == Outcome.REPEATED;
        return told ? inbox.settle(hospital.value(), row.first(), clock.instant()) : Future.succeededFuture();
    }

    private Future<Void> keep(
            HospitalId hospital, Sender sender, byte[] body, Instant at, Taken taken, @Nullable InboxRow replayed) {
        return hospitals
                .definition(hospital)
                .compose(definition -> keep(definition, sender, body, at, taken, replayed));
    }

    private Future<Void> keep(
            HospitalDefinition definition,
            Sender sender,
            byte[] body,
            Instant at,
            Taken taken,
            @Nullable InboxRow replayed) {
        HospitalId hospital = definition.id();
        String messageId = pseudonyms.id(hospital, taken.request().messageId());
        InboxRow row = new InboxRow(
                UUID.randomUUID(),
                hospital.value(),
                at,
                sender.source().value(),
                sender.name(),
                PROFILE,
                taken.request().messageId().isEmpty()
                        ? ""
                        : messageId.substring(0, Math.min(SHOWN_MAX, messageId.length())),
                taken.request().type(),
                taken.outcome(),
                taken.reasons().stream().distinct().toList(),
                taken.visits(),
                taken.patients(),
                unmapped(places.places(definition), taken, replayed),
                taken.seq(),
                replayed == null ? null : replayed.first(),
                null,
                null);
        metrics.fhir(WireNames.of(taken.outcome()));
        if (replayed == null) {
            FeedSign sign = taken.outcome().waits() ? FeedSign.REJECTED : FeedSign.TAKEN;
            var noted = hospitals.feedHeard(hospital, sender.source(), sign);
        }
        return inbox.keep(row, body);
    }

    /** Where a message is told again as it was, the places that it named are those that it names. */
    private static List<String> unmapped(Places known, Taken taken, @Nullable InboxRow replayed) {
        if (taken.outcome() == Outcome.ACCEPTED) {
            return PlaceReader.unknown(taken.tells(), known);
        }
        return taken.outcome() == Outcome.REPEATED && replayed != null
                ? replayed.unmapped().stream()
                        .filter(id -> !PlaceReader.isAmong(known, id))
                        .toList()
                : List.of();
    }
}
