package flyt.domain.stay;

import flyt.domain.event.EventHeader;
import org.jspecify.annotations.Nullable;

/**
 * That a patient goes by another key, or again by its own.
 *
 * @param survivor the other key, or null for its own
 * @param told the header of the fact that said so last
 */
public record PatientLink(PatientKey patient, @Nullable PatientKey survivor, EventHeader told) {}
