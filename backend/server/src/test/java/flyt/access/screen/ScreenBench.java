package flyt.access.screen;

import flyt.access.Gone;
import flyt.access.Naming;
import flyt.access.View;
import flyt.access.log.LogBench;
import flyt.journal.Database;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Screens and pairings of one member, in a database of its own. */
final class ScreenBench implements ScreenCounters, AutoCloseable {
    static final Instant NINE = Instant.parse("2026-11-12T09:00:00Z");
    static final String ADDRESS = "10.0.4.17";
    static final byte[] SECRET = new byte[32];
    static final ScreenSettings LUNGE = new ScreenSettings(
            "Lunge vaktrom",
            "Vaktrom, 3. etasje",
            "FJO",
            View.WARD,
            "LUN",
            List.of("A"),
            3,
            Naming.INITIALS,
            42.5,
            3.2);

    final LogBench house = new LogBench();
    final AtomicReference<Instant> time = new AtomicReference<>(NINE);
    final AtomicInteger wrong = new AtomicInteger();
    final AtomicInteger stolen = new AtomicInteger();
    final Gone gone = new Gone(house.vertx);
    final Pairings pairings = new Pairings(house.database, this);
    final Screens screens = member(house.vertx, house.database, gone);

    /** The screens as another member has them. */
    Screens member(Vertx vertx, Database database, Gone itsGone) {
        return new Screens(vertx, database, itsGone, house.log, this, SECRET, time::get);
    }

    @Override
    public void wrongCode() {
        wrong.incrementAndGet();
    }

    @Override
    public void stolen() {
        stolen.incrementAndGet();
    }

    @Override
    public void close() {
        house.close();
    }
}
