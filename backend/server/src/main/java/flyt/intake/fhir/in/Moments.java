package flyt.intake.fhir.in;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.jspecify.annotations.Nullable;

/** Times as FHIR has them, which may say the day alone: that is its first moment in the hospital's zone. */
final class Moments {
    private final ZoneId zone;
    private final Remarks remarks;

    Moments(ZoneId zone, Remarks remarks) {
        this.zone = zone;
        this.remarks = remarks;
    }

    /** Null when it is not said, or says less than the day. */
    @Nullable
    Instant of(BaseDateTimeType time) {
        if (time.isEmpty() || time.getValue() == null) {
            return null;
        }
        return switch (time.getPrecision()) {
            case SECOND, MILLI, MINUTE -> time.getValue().toInstant().truncatedTo(ChronoUnit.MILLIS);
            case DAY -> day(time.getValueAsString());
            default -> {
                remarks.note(Remarks.Note.TIME_UNREADABLE);
                yield null;
            }
        };
    }

    private @Nullable Instant day(String text) {
        try {
            return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        } catch (DateTimeException e) {
            remarks.note(Remarks.Note.TIME_UNREADABLE);
            return null;
        }
    }
}
