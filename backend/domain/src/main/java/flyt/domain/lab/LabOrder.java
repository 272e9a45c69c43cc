package flyt.domain.lab;

import flyt.domain.event.EventHeader;
import flyt.domain.stay.StayId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A laboratory order as its reports add up; no values.
 *
 * @param critical whether the answer in force is flagged critical
 * @param told the header of the latest report by time
 * @param answeredAt when the answer in force came, or null
 * @param correctedAt when an answer was last corrected, or null
 */
public record LabOrder(
        OrderId order,
        StayId stay,
        LabStatus status,
        boolean critical,
        boolean urgent,
        @Nullable Instant plannedAt,
        EventHeader told,
        @Nullable Instant answeredAt,
        @Nullable Instant correctedAt) {}
