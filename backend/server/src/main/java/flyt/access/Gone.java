package flyt.access;

import flyt.journal.WireNames;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Tells all members at once that something about somebody changed: what is remembered about them is thrown away, and their
 * sockets are closed. Who still may comes again. A note that is lost costs 10 s, the age of what members remember.
 */
public final class Gone {
    /** The event bus address. */
    public static final String ADDRESS = "flyt.access.gone";

    private final EventBus bus;
    private final List<Consumer<Note>> listeners = new CopyOnWriteArrayList<>();

    /** What kind of id a note is about. */
    public enum Kind {
        SESSION,
        ACCOUNT,
        SCREEN,
        CLIENT
    }

    /** Whom it is about. */
    public record Note(Kind kind, String id) {
        /** Whether it is about this one. */
        public boolean concerns(Principal who) {
            return switch (kind) {
                case SESSION ->
                    who instanceof Principal.Person person && person.session().equals(id);
                case ACCOUNT ->
                    who instanceof Principal.Person person && person.account().equals(id);
                case SCREEN ->
                    (who instanceof Principal.Screen screen && screen.id().equals(id))
                            || (who instanceof Principal.Person person && id.equals(person.wall()));
                case CLIENT ->
                    who instanceof Principal.Machine machine && machine.id().equals(id);
            };
        }
    }

    /** One per member. */
    public Gone(Vertx vertx) {
        bus = vertx.eventBus();
        var consumer = bus.<JsonObject>consumer(ADDRESS, message -> tell(read(message.body())));
    }

    /** Tells everybody; this member's listeners are told before it returns. */
    public void announce(Kind kind, String id) {
        tell(new Note(kind, id));
        EventBus sent = bus.publish(
                ADDRESS, new JsonObject().put("kind", WireNames.of(kind)).put("id", id));
    }

    /** Calls on each note, from whatever thread, at times twice for one. */
    public void listen(Consumer<Note> listener) {
        boolean added = listeners.add(listener);
    }

    private void tell(Note note) {
        listeners.forEach(listener -> listener.accept(note));
    }

    private static Note read(JsonObject body) {
        Kind kind = WireNames.parse(Kind.class, body.getString("kind"));
        if (kind == null) {
            throw new IllegalArgumentException("an unknown kind of note: " + body.getString("kind"));
        }
        return new Note(kind, body.getString("id"));
    }
}
