package flyt.runtime;

import flyt.board.Identities;
import flyt.board.Identity;
import flyt.domain.event.Id;
import flyt.domain.event.StaffKey;
import flyt.domain.event.TextKey;
import flyt.domain.stay.PatientKey;
import flyt.journal.IdentityRow;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Identities as the journal keeps them, as the boards read them. */
final class IdentityReading {
    private IdentityReading() {}

    static Identities of(Collection<IdentityRow> rows) {
        return Identities.of(each(rows));
    }

    static List<Identity> each(Collection<IdentityRow> rows) {
        return rows.stream().map(IdentityReading::one).toList();
    }

    /** Whom or what the row is about, as the board's and the domain's key. */
    static Id id(IdentityRow row) {
        return one(row).key();
    }

    private static Identity one(IdentityRow row) {
        return switch (row.kind()) {
            case IdentityRow.STAFF ->
                new Identity.OfStaff(
                        new StaffKey(row.key()), Objects.requireNonNullElse(row.given(), ""), row.number());
            case IdentityRow.TEXT ->
                new Identity.OfText(new TextKey(row.key()), Objects.requireNonNullElse(row.text(), ""));
            default ->
                new Identity.OfPatient(
                        new PatientKey(row.key()),
                        row.given(),
                        row.family(),
                        row.birthDate(),
                        Boolean.TRUE.equals(row.isProtected()));
        };
    }
}
