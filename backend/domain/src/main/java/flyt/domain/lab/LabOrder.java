package flyt.domain.lab;

import flyt.domain.event.EventHeader;
import flyt.domain.stay.StayId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A laboratory order as last told; no values.
 *
 * @param told the header of the report that said so
 * @param answeredAt when the answer in force came, or null
 */
public record LabOrder(
        OrderId order,
        StayId stay,
        LabStatus status,
        boolean critical,
        boolean urgent,
        @Nullable Instant plannedAt,
        EventHeader told,
        @Nullable Instant answeredAt) {}
