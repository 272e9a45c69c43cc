package flyt.outbound.wake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody has the server call where whoever runs it did not say that it may, nor anything inside the house. */
class PushServicesTest {
    private static final PushServices SERVICES = new PushServices(
            List.of("https://fcm.googleapis.com", "https://*.notify.windows.com", "http://127.0.0.1:9000"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://fcm.googleapis.com/fcm/send/abc:def",
                "https://FCM.googleapis.com:443/x",
                "https://wns2-par02p.notify.windows.com/w/?token=abc%2f",
                "http://127.0.0.1:9000/phone"
            })
    void whatWasNamedMayBeCalled(String address) {
        assertThat(SERVICES.endpoint(address)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://fcm.googleapis.com/x",
                "https://fcm.googleapis.com:8443/x",
                "https://fcm.googleapis.com.example.org/x",
                "https://fcm.googleapis.com@example.org/x",
                "https://user@fcm.googleapis.com/x",
                "https://fcm.googleapis.com/x#y",
                "https://notify.windows.com/x",
                "https://evilnotify.windows.com/x",
                "http://a.notify.windows.com/x",
                "https://127.0.0.1:9000/phone",
                "http://127.0.0.1:9001/phone",
                "https://169.254.169.254/latest",
                "https:///x",
                "fcm.googleapis.com",
                "no address",
                ""
            })
    void nothingElseMay(String address) {
        assertThat(SERVICES.endpoint(address)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "224.0.0.1",
                "::1",
                "fe80::1",
                "fd00::1",
                "::ffff:10.0.0.1"
            })
    void anAddressInTheHouseIsNotPublic(String address) throws UnknownHostException {
        assertThat(WakeCalls.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"142.250.74.10", "100.63.0.1", "172.32.0.1", "2a00:1450:400f:80c::200a"})
    void anAddressOfTheNetworkIs(String address) throws UnknownHostException {
        assertThat(WakeCalls.isPublic(InetAddress.getByName(address))).isTrue();
    }
}
