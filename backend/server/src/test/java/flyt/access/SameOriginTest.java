package flyt.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameOriginTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // site, origin, cookie, allowed
                "same-origin, http://flyt.test:8080, x, true",
                "same-origin, -, x, true",
                "cross-site, http://flyt.test:8080, x, false",
                "same-site, -, -, false",
                "none, -, x, false",
                "-, http://flyt.test:8080, x, true",
                "-, http://evil.test, x, false",
                "-, http://evil.test, -, false",
                "-, https://flyt.test:8080, x, false",
                "-, null, x, false",
                "same-origin, http://evil.test, x, false",
                "-, -, x, false",
                "-, -, -, true",
            })
    void byTheNameThatWasAskedFor(String site, String origin, String cookie, boolean allowed) {
        assertThat(new SameOrigin(null).allows(headers(site, origin, cookie), () -> "http://flyt.test:8080"))
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "https://flyt.example.org, true",
        "https://FLYT.example.org, true",
        "http://flyt.example.org, false",
        "http://inside:8080, false"
    })
    void byThePublicNameBehindAProxy(String origin, boolean allowed) {
        assertThat(new SameOrigin("https://flyt.example.org/")
                        .allows(headers(null, origin, "x"), () -> "http://inside:8080"))
                .isEqualTo(allowed);
    }

    private static MultiMap headers(String site, String origin, String cookie) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        put(headers, "Sec-Fetch-Site", site);
        put(headers, "Origin", origin);
        put(headers, "Cookie", cookie);
        return headers;
    }

    private static void put(MultiMap headers, String name, String value) {
        var same = value == null ? headers : headers.add(name, value);
    }
}
