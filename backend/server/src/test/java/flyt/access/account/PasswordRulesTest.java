package flyt.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.access.account.Unacceptable.Why;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRulesTest {
    @ParameterizedTest
    @CsvSource({
        "123456789, PASSWORD_TOO_SHORT",
        "blåbærøy!, PASSWORD_TOO_SHORT",
        "passord123, PASSWORD_TOO_COMMON",
        "PASSORD123, PASSWORD_TOO_COMMON",
        "sommer2026, PASSWORD_TOO_COMMON",
        "aaaaaaaaaaaa, PASSWORD_TOO_COMMON",
        "abababababab, PASSWORD_TOO_COMMON",
        "ingridsolheim1, PASSWORD_TOO_COMMON",
    })
    void isRefused(String password, Why why) {
        assertThat(PasswordRules.fault(password, "ingridsolheim")).contains(why);
    }

    @ParameterizedTest
    @CsvSource({"en blå dør til", "kortenok10", "ingridsolheim og en katt"})
    void isGoodWithoutFiguresOrSigns(String password) {
        assertThat(PasswordRules.fault(password, "ingridsolheim")).isEmpty();
    }

    @Test
    void hasAnEnd() {
        assertThat(PasswordRules.fault("abcdefghij".repeat(20), null)).isEqualTo(Optional.empty());
        assertThat(PasswordRules.fault("abcdefghij".repeat(20) + "k", null)).contains(Why.PASSWORD_TOO_LONG);
    }

    @Test
    void hashesAreArgon2idAndSalted() {
        String hash = Argon2id.hash("en blå dør til");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(Argon2id.hash("en blå dør til"));
        assertThat(Argon2id.matches("en blå dør til", hash)).isTrue();
        assertThat(Argon2id.matches("en bla\u030a dør til", hash))
                .as("å of two characters")
                .isTrue();
        assertThat(Argon2id.matches("en blå dør tii", hash)).isFalse();
    }

    @Test
    void othersHashesAreRead() {
        // made with the reference program: echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 -l 32
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(Argon2id.matches("password", reference)).isTrue();
        assertThat(Argon2id.matches("passwore", reference)).isFalse();
    }
}
