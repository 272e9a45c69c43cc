package flyt.intake.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flyt.access.FaultyFile;
import org.junit.jupiter.api.Test;

/** The file of ports and dialects is taken whole or not at all. */
class Hl7FileTest {
    private static final String GOOD =
            """
            {"listeners": [
               {"port": 2575, "senders": [
                  {"application": "PAS", "hospital": "KAL", "client": "pas", "profile": "pas"},
                  {"hospital": "KAL", "client": "lab", "profile": "lab"}]}],
             "profiles": [
               {"id": "pas", "version": 4, "source": "pas", "zone": "Europe/Oslo",
                "places": [{"match": "X(\\\\d)", "ward": "MED", "room": "MED-$1", "bed": "MED-$1"}],
                "samples": [{"message": ["MSH|^~\\\\&|PAS||||20261122130500||ADT^A02|1|P|2.5", "EVN|A02|20261122130000",
                                         "PV1|1|I|X2^^||||||||||||||||V1"],
                             "reports": [{"type": "PatientTransferred", "place": {"bed": "MED-2"}}]}]},
               {"id": "lab", "source": "lab", "zone": "UTC", "classes": {"C": "I"}, "unknown": "AR"}]}""";

    @Test
    void saysWhoSendsWhere() throws FaultyFile {
        var ports = Hl7File.read(GOOD).ports();
        assertThat(ports).hasSize(1);
        MllpPort port = ports.get(0);
        assertThat(port.host()).isEqualTo("127.0.0.1");
        assertThat(port.senderOf(Msh.of("MSH|^~\\&|PAS|X")))
                .extracting(sender -> sender.client())
                .isEqualTo("pas");
        assertThat(port.senderOf(Msh.of("MSH|^~\\&|LIS|X")))
                .extracting(sender -> sender.client())
                .isEqualTo("lab");
    }

    @Test
    void everyFaultIsNamedWithItsPlace() {
        String bad = GOOD.replace("\"port\": 2575", "\"host\": \"10.0.0.1\", \"prot\": 1")
                .replace("\"profile\": \"lab\"", "\"profile\": \"non\"")
                .replace("Europe/Oslo", "Europe/Nowhere")
                .replace("MED-$1\"}", "MED-$2\"}")
                .replace(
                        "{\"C\": \"I\"}",
                        "{\"C\": \"X\"}, \"kinds\": [{\"field\": \"PV1-4\", \"match\": \"N\", \"kind\": \"baby\"}]")
                .replace("\"AR\"", "\"NO\"");
        assertThatThrownBy(() -> Hl7File.read(bad))
                .isInstanceOf(FaultyFile.class)
                .hasMessageContainingAll(
                        "listeners[0].prot",
                        "listeners[0].host",
                        "senders[1].profile",
                        "profiles[0].zone",
                        "profiles[0].places[0].bed",
                        "profiles[1].classes.C",
                        "profiles[1].kinds[0].kind",
                        "profiles[1].unknown");
    }

    @Test
    void aProfileThatFailsItsOwnSampleIsRefused() {
        assertThatThrownBy(() -> Hl7File.read(GOOD.replace("\"MED-2\"", "\"MED-3\"")))
                .isInstanceOf(FaultyFile.class)
                .hasMessageContaining("profiles[0].samples[0]");
    }

    @Test
    void inClearFromOtherMachinesOnlyFromKnownAddresses() throws FaultyFile {
        String open = GOOD.replace("\"port\": 2575", "\"host\": \"0.0.0.0\", \"addresses\": [\"10.20.0.0/16\"]");
        assertThat(Hl7File.read(open).ports()).hasSize(1);
        assertThatThrownBy(() -> Hl7File.read(open.replace("10.20.0.0/16", "everywhere")))
                .isInstanceOf(FaultyFile.class);
    }
}
