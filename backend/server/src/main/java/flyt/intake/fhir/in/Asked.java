package flyt.intake.fhir.in;

import org.jspecify.annotations.Nullable;

/**
 * What a request wants done with the resource in its body.
 *
 * @param type of the resource; that of a Bundle's is Bundle
 * @param id in the path of an update, else null
 * @param ifMatch the header, or null
 */
record Asked(String type, @Nullable String id, @Nullable String ifMatch) {}
