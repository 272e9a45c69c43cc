package flyt.intake.http;

import flyt.domain.event.StaffKey;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalId;
import flyt.journal.IdentityRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The opaque keys of people who are signed in here, as the hospitals' journals have them. */
public final class StaffKeys {
    private static final String ACCOUNT = "account/";

    private final Pseudonyms pseudonyms;

    public StaffKeys(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** The command with what was scanned as the journal may have it. */
    ReadCommand disguised(HospitalId hospital, ReadCommand command) {
        return command.disguised(id -> pseudonyms.id(hospital, id));
    }

    /** The keys by which a hospital may name somebody in what is under way: of this shift, and of the one before. */
    public Set<StaffKey> now(HospitalDefinition hospital, String account, Instant now) {
        return ofShifts(hospital, ACCOUNT + account, now);
    }

    /** The same of somebody whom a system knows by this number. */
    Set<StaffKey> ofShifts(HospitalDefinition hospital, String number, Instant now) {
        return Stream.of(now, now.minus(Duration.ofDays(1)))
                .map(at -> pseudonyms.staff(hospital.id(), hospital.timeZone(), number, at))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The same under a key that they have already: who came on duty keeps the key of then until they go, so that a shift that
     * ends after the day's change is not cut in two.
     */
    StaffKey kept(StaffKey key, String account, String given, Instant at, List<IdentityRow> met) {
        met.add(new IdentityRow(key.value(), "staff", ACCOUNT + account, given, null, null, null, at));
        return key;
    }

    /** The key under which somebody is on duty, else that of this shift, of whoever a system knows by this number. */
    StaffKey spokenFor(
            HospitalDefinition hospital,
            ReadCommand.Colleague colleague,
            @Nullable StaffKey onDuty,
            Instant at,
            List<IdentityRow> met) {
        StaffKey key =
                onDuty != null ? onDuty : pseudonyms.staff(hospital.id(), hospital.timeZone(), colleague.number(), at);
        met.add(new IdentityRow(key.value(), "staff", colleague.number(), colleague.name(), null, null, null, at));
        return key;
    }

    /**
     * The key of a person in one hospital at one time.
     *
     * @param given as boards show them
     * @param met gets who is behind the key
     */
    StaffKey of(HospitalDefinition hospital, String account, String given, Instant at, List<IdentityRow> met) {
        StaffKey key = pseudonyms.staff(hospital.id(), hospital.timeZone(), ACCOUNT + account, at);
        met.add(new IdentityRow(key.value(), "staff", ACCOUNT + account, given, null, null, null, at));
        return key;
    }
}
