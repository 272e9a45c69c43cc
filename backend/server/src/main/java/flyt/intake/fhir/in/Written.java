package flyt.intake.fhir.in;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * When resources were written.
 *
 * @param message when the message that they came in was, or null
 * @param receivedAt what is left where nothing is said
 */
record Written(@Nullable Instant message, Instant receivedAt) {

    /** Of an Encounter: {@code meta.lastUpdated}, else by the message, else the last hour that has been of those it names. */
    Stamp stamp(Encounter encounter, Moments moments) {
        Stream<Period> periods = Stream.of(
                        Stream.of(encounter.getPeriod()),
                        encounter.getLocation().stream().map(one -> one.getPeriod()),
                        encounter.getStatusHistory().stream().map(one -> one.getPeriod()))
                .flatMap(all -> all);
        return stamp(encounter, moments, periods.flatMap(one -> Stream.of(one.getStartElement(), one.getEndElement())));
    }

    /** The same of another resource that names these hours. */
    Stamp stamp(Resource resource, Moments moments, Stream<DateTimeType> hours) {
        Instant said = moments.of(resource.getMeta().getLastUpdatedElement());
        String version = resource.getMeta().getVersionId();
        long number = version != null && version.matches("\\d{1,15}") ? Long.parseLong(version) : 0;
        if (said == null) {
            said = message;
        }
        return new Stamp(said == null ? last(hours.map(moments::of)) : said, number);
    }

    private Instant last(Stream<@Nullable Instant> hours) {
        return hours.filter(Objects::nonNull)
                .filter(time -> !time.isAfter(receivedAt))
                .max(Comparator.naturalOrder())
                .orElse(receivedAt);
    }
}
