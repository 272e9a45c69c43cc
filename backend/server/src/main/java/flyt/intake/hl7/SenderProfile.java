package flyt.intake.hl7;

import flyt.domain.stay.Disposition;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.PatientClass;
import flyt.domain.stay.StayKind;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The dialect of one sender.
 *
 * @param version counted up by whoever changes it
 * @param source as which it reports: {@code pas}
 * @param zone of its times that say none
 * @param visit where the visit number stands; the first that is there
 * @param patient the fields that have the patient's number
 * @param patientType which of several numbers, PID-3.5; null: the first
 * @param places in order; what none of them matches is read by the standard
 * @param classes its codes for PV1-2, where they are not those of table 0004
 * @param kinds what says that a stay is not an ordinary one, in order; the first that matches. PV1-4 {@code N} is a newborn without it
 * @param expected what says that the patient is not there yet, whatever bed is named
 * @param isolations in order; the first that matches
 * @param dispositions its codes for PV1-36
 * @param zbe whether its segment ZBE says when and what (French PAM)
 * @param triggers which of its events to take for another, {@code Z01} for {@code A02}; for {@value #IGNORE}: for nothing
 * @param unknown how to answer what nothing here reads
 * @param alwaysAnswered with one application answer, whatever MSH-15 and MSH-16 ask for
 */
public record SenderProfile(
        String id,
        int version,
        String source,
        ZoneId zone,
        List<FieldPath> visit,
        List<FieldPath> patient,
        @Nullable String patientType,
        List<PlaceRule> places,
        Map<String, PatientClass> classes,
        List<KindSign> kinds,
        List<Sign> expected,
        List<IsolationSign> isolations,
        Map<String, Disposition> dispositions,
        boolean zbe,
        Map<String, String> triggers,
        Ack.Code unknown,
        boolean alwaysAnswered) {

    static final String IGNORE = "ignore";

    /** Something that a field says. {@code match} is to match the whole value. */
    public record Sign(FieldPath field, Pattern match) {
        boolean isIn(Hl7Message message) {
            return field.said(message).anyMatch(text -> match.matcher(text).matches());
        }
    }

    public record KindSign(Sign sign, StayKind kind) {}

    /** {@code isolation} null: that there is none. */
    public record IsolationSign(Sign sign, @Nullable Isolation isolation) {}

    /** This one with another rule for places, before all others. */
    SenderProfile with(PlaceRule first) {
        return new SenderProfile(
                id,
                version,
                source,
                zone,
                visit,
                patient,
                patientType,
                Stream.concat(Stream.of(first), places.stream()).toList(),
                classes,
                kinds,
                expected,
                isolations,
                dispositions,
                zbe,
                triggers,
                unknown,
                alwaysAnswered);
    }

    public SenderProfile {
        visit = List.copyOf(visit);
        patient = List.copyOf(patient);
        places = List.copyOf(places);
        classes = Map.copyOf(classes);
        kinds = List.copyOf(kinds);
        expected = List.copyOf(expected);
        isolations = List.copyOf(isolations);
        dispositions = Map.copyOf(dispositions);
        triggers = Map.copyOf(triggers);
    }
}
