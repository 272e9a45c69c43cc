package flyt.outbound.hl7;

import flyt.domain.place.HospitalId;
import flyt.outbound.Receiver;
import flyt.outbound.Receiver.Terms;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A system that takes HL7 v2.
 *
 * @param answerWithin how long its answer may take
 * @param application as which we send to it, MSH-3; {@code facility}, MSH-4
 * @param toApplication as what it is addressed, MSH-5; {@code toFacility}, MSH-6
 * @param version MSH-12
 * @param zone of the times; each says its offset
 * @param places in order; what none of them matches is written as we name it
 * @param work of which kinds of work it is told the outcome
 */
record Hl7Receiver(
        HospitalId hospital,
        String id,
        String host,
        int port,
        @Nullable Tls tls,
        Duration answerWithin,
        String application,
        String facility,
        String toApplication,
        String toFacility,
        String version,
        ZoneId zone,
        Set<Kind> tells,
        List<PlaceWriting> places,
        Pattern work,
        Terms terms) {

    /** What it is told of. */
    enum Kind {
        /** ADT^A20. */
        BED_STATUS,
        /** ORM^O01. */
        WORK_OUTCOME
    }

    /** Files in PEM. {@code trust}: whom to believe; null: who this machine believes. {@code certificate}: ours, where it asks. */
    record Tls(@Nullable Path trust, @Nullable Path certificate, @Nullable Path key) {}

    /** As those see it who carry messages of any kind. */
    Receiver asReceiver() {
        return new Receiver(
                hospital,
                id,
                (tls == null ? "mllp://" : "mllps://") + host + ":" + port,
                terms,
                new Hl7Teller(this),
                vertx -> new MllpCourier(vertx, this));
    }
}
