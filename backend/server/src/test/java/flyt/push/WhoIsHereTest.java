package flyt.push;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.access.Gone;
import flyt.board.Stream;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A socket lives no longer than what its client may, and shows nothing before that is remembered. */
@Timeout(120)
class WhoIsHereTest {
    private static final PushSettings OFTEN =
            new PushSettings(Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofMillis(200), true);
    private static final Refusal NOT_YOURS = new Refusal("not-yours", "Not yours.");

    private final Somebody somebody = new Somebody();
    private final SmallHospital hospital = new SmallHospital();
    private Gate gate;

    /** One client whose fate the test decides. */
    private static final class Somebody extends Gate.Anybody {
        volatile Future<Boolean> here = Future.succeededFuture(true);
        volatile Optional<Refusal> refusal = Optional.empty();
        volatile Future<Runnable> seat = Future.succeededFuture(() -> {});
        final List<String> told = new CopyOnWriteArrayList<>();

        @Override
        public Optional<Refusal> refusal(Stream stream) {
            return refusal;
        }

        @Override
        public Future<Runnable> watch(Stream stream) {
            return seat.map(end -> () -> told.add("left " + stream.name()));
        }

        @Override
        public Future<Boolean> look() {
            told.add("look");
            return here;
        }

        @Override
        public boolean isMeant(Gone.Note note) {
            return note.id().equals("s-1");
        }

        @Override
        public void leave() {
            told.add("gone");
        }
    }

    @BeforeEach
    void open() {
        gate = new Gate(Vertx.vertx(), handshake -> Future.succeededFuture(somebody), hospital, OFTEN);
    }

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void whoMayNotBeHereAnyMoreIsAskedWhoTheyAre() throws Exception {
        Screen screen = watching();
        somebody.here = Future.succeededFuture(false);
        assertThat(screen.closed.get(60, TimeUnit.SECONDS)).isEqualTo(ClientMessage.WHO_ARE_YOU);
        assertThat(somebody.told).contains("left FJO/ward.3/LUN", "gone");
    }

    @Test
    void whoMayNotWatchThisAnyMoreIsToo() throws Exception {
        Screen screen = watching();
        somebody.refusal = Optional.of(NOT_YOURS);
        assertThat(screen.closed.get(60, TimeUnit.SECONDS)).isEqualTo(ClientMessage.WHO_ARE_YOU);
    }

    @Test
    void whoIsMeantByANoteIsOutAtOnce() throws Exception {
        Screen screen = watching();
        gate.sockets.onGone(new Gone.Note(Gone.Kind.SCREEN, "s-2"));
        gate.sockets.onGone(new Gone.Note(Gone.Kind.SCREEN, "s-1"));
        assertThat(screen.closed.get(60, TimeUnit.SECONDS)).isEqualTo(ClientMessage.WHO_ARE_YOU);
    }

    @Test
    void whileNobodyCanSayAllStaysAsItIs() throws Exception {
        Screen screen = watching();
        somebody.here = Future.failedFuture("the database is away");
        somebody.told.clear();
        while (somebody.told.stream().filter("look"::equals).count() < 4) {
            Thread.onSpinWait();
        }
        assertThat(screen.closed).isNotDone();
    }

    @Test
    void nothingIsShownBeforeItIsRemembered() throws Exception {
        Promise<Runnable> remembered = Promise.promise();
        somebody.seat = remembered.future();
        Screen screen = gate.screen().subscribe(SmallHospital.WARD);
        while (somebody.told.isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(screen.heard).isEmpty();
        remembered.complete(() -> {});
        screen.skipTo("snapshot");
    }

    @Test
    void whatCannotBeRememberedIsNotShown() throws Exception {
        somebody.seat = Future.failedFuture("the log is full");
        assertThat(gate.screen().subscribe(SmallHospital.WARD).next("refused").getString("reason"))
                .isEqualTo("log-away");
    }

    @Test
    void whoLeavesBeforeItIsRememberedLeavesNoSeatBehind() throws Exception {
        Promise<Runnable> remembered = Promise.promise();
        somebody.seat = remembered.future();
        Screen screen = gate.screen().subscribe(SmallHospital.WARD);
        while (somebody.told.isEmpty()) {
            Thread.onSpinWait();
        }
        screen.leave();
        while (!somebody.told.contains("gone")) {
            Thread.onSpinWait();
        }
        remembered.complete(() -> {});
        while (!somebody.told.contains("left FJO/ward.3/LUN")) {
            Thread.onSpinWait();
        }
    }

    private Screen watching() throws InterruptedException {
        Screen screen = gate.screen().subscribe(SmallHospital.WARD);
        screen.skipTo("snapshot");
        return screen;
    }
}
