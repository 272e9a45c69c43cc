package flyt.board;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.event.StaffKey;
import flyt.domain.stay.PatientKey;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            quoteCharacter = '"',
            value = {
                "Kari, Hansen, KH",
                "kari-anne, østby-moe, KØ",
                "Åse, Ærlig, ÅÆ",
                "A\u030Ase, Moe, ÅM",
                "Piet, 't Hooft, PT",
                "Per, -, P",
                "-, Moe, M",
                "-, -, -",
                "???, 12, -"
            })
    void initialsAreTheFirstLetters(String given, String family, String expected) {
        assertThat(Initials.of(given, family)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Hansen, hansen, true",
        "Hansen, Hanssen, true",
        "Larsen, Larson, true",
        "Ås, Aas, true",
        "Sørli, Sorli, true",
        "Berg-Moe, Bergmoe, true",
        "Håkon, Haakon, true",
        "Moe, Roe, false",
        "Berg, Bergli, false",
        "Hansen, Jensen, false",
        "Lund, Lun, false",
        "Lund, Lunde, true",
        "Lund, Blund, true"
    })
    void surnamesAreSimilarWhenOneLetterDiffers(String one, String other, boolean similar) {
        assertThat(Surname.similar(Surname.folded(one), Surname.folded(other))).isEqualTo(similar);
        assertThat(Surname.similar(Surname.folded(other), Surname.folded(one))).isEqualTo(similar);
    }

    @Test
    void noNameIsSimilarToNoName() {
        assertThat(Surname.similar("", "")).isFalse();
    }

    @Test
    void nursesGoByFirstNameAndDoctorsAsGiven() {
        Identities known = Identities.of(List.of(new Identity.OfStaff(new StaffKey("N-1"), "Ingrid Moe")));
        assertThat(known.firstName(new StaffKey("N-1"))).isEqualTo("Ingrid");
        assertThat(known.name(new StaffKey("N-1"))).isEqualTo("Ingrid Moe");
        assertThat(known.name(new StaffKey("N-2"))).isNull();
    }

    @Test
    void nothingNewIsTheSameIdentities() {
        Identity kari = patient("P1", false);
        Identities known = Identities.of(List.of(kari));
        assertThat(known.with(kari)).isSameAs(known);
        assertThat(known.with(patient("P1", true))).isNotSameAs(known);
    }

    @Test
    void whoIsProtectedUnderOneNumberIsProtectedAfterAMerge() {
        Identities known = Identities.of(List.of(patient("P1", true), patient("P2", false)));
        assertThat(known.patient(new PatientKey("P1"), new PatientKey("P2")).isProtected())
                .isTrue();
    }

    @Test
    void withoutNamesTheProtectedStayProtected() {
        Identities known = Identities.of(List.of(
                        patient("P1", true), patient("P2", false), new Identity.OfStaff(new StaffKey("N-1"), "Ingrid")))
                .withoutNames();
        assertThat(known.patient(new PatientKey("P1"), new PatientKey("P1"))).isEqualTo(Person.PROTECTED);
        assertThat(known.patient(new PatientKey("P2"), new PatientKey("P2"))).isEqualTo(Person.UNKNOWN);
        assertThat(known.firstName(new StaffKey("N-1"))).isNull();
    }

    @Test
    void anIdentityPrintsNoName() {
        assertThat(patient("P1", false) + " " + Person.of(patient("P1", false)))
                .doesNotContain("Kari")
                .doesNotContain("Hansen")
                .doesNotContain("KH");
    }

    private static Identity.OfPatient patient(String key, boolean isProtected) {
        return new Identity.OfPatient(new PatientKey(key), "Kari", "Hansen", LocalDate.of(1952, 3, 4), isProtected);
    }
}
