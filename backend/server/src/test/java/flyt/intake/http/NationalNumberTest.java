package flyt.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NationalNumberTest {

    /** The tax authority's examples of the scheme of 2032: first check remainders 0, 2, 0 and 1. */
    @ParameterizedTest
    @ValueSource(strings = {"02013299997", "02013299903", "30108299920", "30108299939"})
    void numbersOfTheNewSchemeAreValidAndReal(String number) {
        assertThat(NationalNumber.isValid(number)).isTrue();
        assertThat(NationalNumber.isSynthetic(number)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"14834830192", "05918540212", "02821590364", "49867223567", "14684830156"})
    void syntheticNumbersAreRecognised(String number) {
        assertThat(NationalNumber.isValid(number)).isTrue();
        assertThat(NationalNumber.isSynthetic(number)).isTrue();
    }

    /** No digit of a number may be another one: the two checks find every single slip but some of the first check's own. */
    @ParameterizedTest
    @ValueSource(strings = {"02013299997", "14834830192", "49867223567"})
    void aSlipInTheLastDigitOrBeforeTheChecksIsFound(String number) {
        for (int i = 0; i < number.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String slipped = number.substring(0, i) + digit + number.substring(i + 1);
                assertThat(NationalNumber.isValid(slipped)).as(slipped).isEqualTo(slipped.equals(number));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P100234",
                "0201329999",
                "020132999970",
                "0201329999x",
                "00000000000",
                "32013299997",
                "٠٢٠١٣٢٩٩٩٩٧"
            })
    void otherNumbersAreNone(String number) {
        assertThat(NationalNumber.isValid(number)).isFalse();
    }

    @Test
    void monthPlusFortyMayBeSomebodysHelpNumber() {
        String help = withChecks("014152300");
        assertThat(NationalNumber.isValid(help)).isTrue();
        assertThat(NationalNumber.isSynthetic(help)).isFalse();
        String ownSeries = withChecks("900000000");
        assertThat(NationalNumber.isValid(ownSeries)).isTrue();
        assertThat(NationalNumber.isSynthetic(ownSeries)).isFalse();
    }

    @Test
    void oneIsFoundAmongOtherSigns() {
        assertThat(NationalNumber.isIn("adt/14834830192/7")).isTrue();
        assertThat(NationalNumber.isIn("148348301920")).isFalse();
        assertThat(NationalNumber.isIn("14834830193")).isFalse();
    }

    /** The number with these first nine digits, by the old scheme as domain books write it. */
    private static String withChecks(String nine) {
        int first = check(nine, 3, 7, 6, 1, 8, 9, 4, 5, 2);
        int second = check(nine + first, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2);
        assertThat(first).as("choose other digits").isBetween(0, 9);
        assertThat(second).as("choose other digits").isBetween(0, 9);
        return nine + first + second;
    }

    private static int check(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return (11 - sum % 11) % 11;
    }
}
