package flyt.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flyt.access.FaultyFile;
import flyt.access.Grant;
import flyt.access.Reach;
import flyt.access.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which claims make which roles. */
class RolesFileTest {
    @Test
    void rulesAddUpInTheirOrder() throws Exception {
        RoleRules rules = RolesFile.read(file(
                rule("groups", "'lung-nurses'", "nurse", "'FJO'", "['LUN']", "'*'"),
                rule("groups", "['temps','more-temps']", "nurse", "'FJO'", "['GER','MED']", "'*'"),
                rule("groups", "'cleaners'", "cleaner", "'FJO'", "'*'", "['R1']"),
                rule("hpr", "'*'", "doctor", "'*'", "'*'", "'*'")));
        assertThat(rules.grants(Map.of("groups", List.of("lung-nurses", "more-temps"), "hpr", 9144897)))
                .containsExactly(
                        new Grant(Role.NURSE, new Reach("FJO", Set.of("LUN", "GER", "MED"), null)),
                        new Grant(Role.DOCTOR, Reach.EVERYWHERE));
        assertThat(rules.grants(Map.of("groups", "cleaners")))
                .containsExactly(new Grant(Role.CLEANER, new Reach("FJO", null, Set.of("R1"))));
        assertThat(rules.grants(Map.of("groups", List.of("LUNG-NURSES", "lung-nurse", "*"))))
                .isEmpty();
        assertThat(rules.grants(Map.of())).isEmpty();
    }

    @Test
    void allOfARuleMustHoldAndWhatHoldsForEveryone() throws Exception {
        RoleRules rules = RolesFile.read(
                """
                {"everyone": [{"claim": "level", "is": "high"}],
                 "rules": [{"when": [{"claim": ["realm_access", "roles"], "is": "a"}, {"claim": "b", "is": "*"}],
                            "role": "leader", "hospital": "FJO", "wards": "*", "zones": "*"}]}
                """);
        Map<String, Object> all =
                Map.of("level", "high", "b", true, "realm_access", Map.of("roles", List.of("x", "a")));
        assertThat(rules.grants(all)).containsExactly(new Grant(Role.LEADER, Reach.hospital("FJO")));
        for (String left : all.keySet()) {
            Map<String, Object> less = new HashMap<>(all);
            assertThat(less.remove(left)).isNotNull();
            assertThat(rules.grants(less)).as("without " + left).isEmpty();
        }
        assertThat(rules.grants(Map.of("level", "low", "b", true, "realm_access", Map.of("roles", "a"))))
                .isEmpty();
        assertThat(rules.grants(Map.of("level", "high", "b", true, "realm_access", "roles")))
                .isEmpty();
    }

    @Test
    void allFaultsAreToldAtOnce() {
        assertThatThrownBy(
                        () -> RolesFile.read(
                                """
                        {"Rules": [], "everyone": [], "rules": [
                          {"when": [], "role": "nurs", "hospital": "F J O", "wards": [], "zones": "all"},
                          {"when": [{"claim": "", "is": [], "not": 1}], "role": "integration", "hospital": "*",
                           "wards": "*", "zones": [7]},
                          "nurse"]}
                        """))
                .isInstanceOfSatisfying(FaultyFile.class, faulty -> assertThat(faulty.faults())
                        .containsExactly(
                                "Rules: is not a field of this",
                                "everyone: must be a list of at least one",
                                "rules[0].when: must be a list of at least one",
                                "rules[0].role: there is no role of people nurs",
                                "rules[0].hospital: must be a hospital's id or \"*\"",
                                "rules[0].wards: must be \"*\" or a list of ids, at least one",
                                "rules[0].zones: must be \"*\" or a list of ids, at least one",
                                "rules[1].when[0].not: is not a field of this",
                                "rules[1].when[0].claim: must be a text or a list of texts",
                                "rules[1].when[0].is: must not be empty",
                                "rules[1].role: there is no role of people integration",
                                "rules[1].zones: must be \"*\" or a list of ids, at least one",
                                "rules[2]: must be an object",
                                "rules[2].when: must be a list of at least one",
                                "rules[2].role: there is no role of people without a name",
                                "rules[2].hospital: must be a hospital's id or \"*\"",
                                "rules[2].wards: must be \"*\" or a list of ids, at least one",
                                "rules[2].zones: must be \"*\" or a list of ids, at least one"));
    }

    @Test
    void rulesThatOneGrantCannotSayTogetherAreAFault() {
        assertThatThrownBy(() -> RolesFile.read(file(
                        rule("g", "'a'", "cleaner", "'FJO'", "['LUN']", "'*'"),
                        rule("g", "'b'", "cleaner", "'KAL'", "'*'", "['R1']"),
                        rule("g", "'c'", "cleaner", "'FJO'", "'*'", "['R1']"))))
                .isInstanceOf(FaultyFile.class)
                .hasMessage("rules[2]: differs both in wards and in zones from an earlier rule of its role");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "{", "{\"rules\":[]}", "{\"rules\":[],\"rules\":[]}", "{} {}"})
    void whatIsNoSuchFileIsAFault(String text) {
        assertThatThrownBy(() -> RolesFile.read(text)).isInstanceOf(FaultyFile.class);
    }

    private static String file(String... rules) {
        return "{\"rules\": [" + String.join(",", rules) + "]}";
    }

    private static String rule(String claim, String is, String role, String hospital, String wards, String zones) {
        return ("{'when': [{'claim': '" + claim + "', 'is': " + is + "}], 'role': '" + role + "', 'hospital': "
                        + hospital + ", 'wards': " + wards + ", 'zones': " + zones + "}")
                .replace('\'', '"');
    }
}
