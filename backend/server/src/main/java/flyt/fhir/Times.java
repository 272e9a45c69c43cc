package flyt.fhir;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.util.Date;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.jspecify.annotations.Nullable;

/** Moments in UTC to the millisecond, so that the same one is written the same on every member. */
final class Times {
    private Times() {}

    static DateTimeType of(Instant instant) {
        return (DateTimeType) new DateTimeType(Date.from(instant), TemporalPrecisionEnum.MILLI).setTimeZoneZulu(true);
    }

    /** Either end may be open. */
    static Period between(@Nullable Instant from, @Nullable Instant to) {
        Period period = new Period();
        if (from != null) {
            period.setStartElement(of(from));
        }
        return to == null ? period : period.setEndElement(of(to));
    }
}
