package flyt.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.access.Deed;
import flyt.access.DeviceKind;
import flyt.access.Naming;
import flyt.access.Role;
import flyt.access.RoleTable;
import flyt.access.Verdict.Reason;
import flyt.access.View;
import flyt.access.account.Unacceptable.Why;
import flyt.access.oidc.Trouble;
import flyt.access.screen.PairedScreen.State;
import flyt.journal.WireNames;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever access control names on the wire has its words in the language files of the pages. */
final class AccessWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"nb", "en"})
    void everyNameOnTheWireHasItsWords(String language) {
        ObjectNode words = Resources.object(Resources.text("/flyt/pages/lang/" + language + ".json"));
        assertThat(keys())
                .hasSizeGreaterThan(90)
                .allSatisfy(key -> assertThat(words.has(key)).as(key).isTrue());
    }

    private static Stream<String> keys() {
        return Stream.of(
                        Arrays.stream(Deed.values()).map(deed -> "deed." + deed.wire()),
                        Arrays.stream(View.values()).map(view -> "view." + view.wire()),
                        Arrays.stream(Role.values()).map(role -> "role." + role.wire()),
                        Arrays.stream(Role.values())
                                .filter(role -> !RoleTable.offered(role).isEmpty() && role.isForMachines())
                                .map(role -> "systems.kind-" + role.wire()),
                        Arrays.stream(Trouble.values()).map(trouble -> "trouble." + trouble.code()),
                        Arrays.stream(Why.values()).map(why -> "problem." + WireNames.of(why)),
                        Arrays.stream(Reason.values()).map(reason -> "problem." + reason.wire()),
                        Arrays.stream(DeviceKind.values()).map(kind -> "me.device-" + WireNames.of(kind)),
                        Arrays.stream(Naming.values()).map(naming -> "screens.naming-" + WireNames.of(naming)),
                        Arrays.stream(State.values())
                                .filter(state -> state != State.PAIRED)
                                .map(state -> "screens.state-" + WireNames.of(state)),
                        Stream.of("level.1", "level.2", "level.3", "level.4"))
                .flatMap(keys -> keys);
    }
}
