package flyt.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** What is fetched once and kept. */
class KeptTest {
    private Instant now = Instant.parse("2026-11-22T04:00:00Z");
    private final Queue<Promise<String>> fetches = new ArrayDeque<>();
    private int asked;
    private final Kept<String> kept = new Kept<>(
            () -> {
                asked++;
                Promise<String> fetch = Promise.promise();
                boolean added = fetches.add(fetch);
                return fetch.future();
            },
            () -> now);

    @Test
    void manyWhoAskAtOnceShareOneFetch() {
        Future<String> first = kept.get();
        Future<String> second = kept.get();
        fetches.remove().complete("a");
        assertThat(first.result()).isEqualTo("a");
        assertThat(second.result()).isEqualTo("a");
        assertThat(kept.get().result()).isEqualTo("a");
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void theOldOneServesOnWhileNoNewOneCanBeHadButNotForEver() {
        arrives(kept.get(), "a");
        now = now.plus(Kept.FRESH);
        Future<String> again = kept.get();
        fetches.remove().fail("away");
        assertThat(again.result()).isEqualTo("a");

        // not asked again at once
        assertThat(kept.get().result()).isEqualTo("a");
        assertThat(asked).isEqualTo(2);
        now = now.plus(Kept.PAUSE);
        arrives(kept.get(), "b");
        assertThat(kept.get().result()).isEqualTo("b");

        now = now.plus(Kept.USABLE);
        Future<String> late = kept.get();
        fetches.remove().fail("away");
        assertThat(late.failed()).isTrue();
    }

    @Test
    void whoHasSeenTheOldOneGetsANewOneNowAndThen() {
        arrives(kept.get(), "a");
        assertThat(kept.newerThan("a").result()).isEqualTo("a");
        now = now.plus(Kept.PAUSE);
        arrives(kept.newerThan("a"), "b");
        assertThat(kept.newerThan("a").result()).isEqualTo("b");
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void aFetchThatThrowsIsAFetchThatFails() {
        Kept<String> broken = new Kept<>(
                () -> {
                    asked++;
                    throw new IllegalStateException("broken");
                },
                () -> now);
        assertThat(broken.get().failed()).isTrue();
        assertThat(broken.get().failed()).isTrue();
        assertThat(asked).isEqualTo(2);
    }

    private void arrives(Future<String> asking, String value) {
        fetches.remove().complete(value);
        assertThat(asking.result()).isEqualTo(value);
    }
}
