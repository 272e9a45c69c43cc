package flyt.intake.http;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.access.Deed;
import flyt.access.RoleTable;
import flyt.access.View;
import flyt.access.Where;
import flyt.domain.place.HospitalId;
import flyt.journal.Letter;
import flyt.journal.Outbox;
import flyt.journal.Outbox.Noted;
import flyt.journal.Outbox.Progress;
import flyt.ops.Metrics;
import flyt.outbound.Receiver;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/hospitals/{id}/receivers}: who is told what changes, how far they are, and what they refused. */
public final class ReceiverRoutes implements Routes {
    private static final String RECEIVERS = "/api/v1/hospitals/:id/receivers";
    private static final int LETTERS = 200;

    private final Outbox outbox;
    private final List<Receiver> receivers;
    private final Gate gate;
    private final Witness witness;
    private final Bodies bodies = new Bodies();

    public ReceiverRoutes(Entrance entrance, Metrics metrics, Outbox outbox, List<Receiver> receivers) {
        this.outbox = outbox;
        this.receivers = List.copyOf(receivers);
        this.gate = new Gate(entrance.doorkeeper(), metrics);
        this.witness = new Witness(gate, entrance.log(), entrance.clock());
    }

    @Override
    public void mount(Router router) {
        router.get(RECEIVERS).handler(context -> Answers.json(context, hospital -> listed(context, hospital)));
        router.post(RECEIVERS + "/:receiver/letters/send")
                .handler(context -> Answers.json(context, hospital -> sent(context, hospital)));
    }

    /** No line in the log: nothing of anybody is in it. */
    private Future<Buffer> listed(RoutingContext context, HospitalId hospital) {
        return gate.allowed(context, who -> RoleTable.verdict(who, View.INBOX, hospital.value(), Where.WHOLE, 1))
                .compose(who -> outbox.noted(hospital.value()))
                .compose(noted -> {
                    List<Future<JsonObject>> all = receivers.stream()
                            .filter(one -> one.hospital().equals(hospital))
                            .map(one -> outbox.letters(hospital.value(), one.id(), LETTERS)
                                    .map(letters -> json(one, noted.get(one.id()), letters)))
                            .toList();
                    return Future.all(all).map(done -> new JsonObject()
                            .put(
                                    "receivers",
                                    new JsonArray(
                                            all.stream().map(Future::result).toList()))
                            .toBuffer());
                });
    }

    private Future<Buffer> sent(RoutingContext context, HospitalId hospital) {
        return witness.asked(context, hospital, Deed.REPLAY_MESSAGE, bodies)
                .compose(body -> ask(hospital, context.pathParam("receiver"), body));
    }

    private Future<Buffer> ask(HospitalId hospital, String receiver, JsonNode body) {
        boolean known = receivers.stream()
                .anyMatch(one -> one.hospital().equals(hospital) && one.id().equals(receiver));
        if (!known) {
            return Failures.answer(Problem.of(404, "unknown-receiver", "There is no such receiver."));
        }
        Fields fields = Fields.of(body);
        List<String> wanted =
                fields.maybeTexts("letters", text -> text.matches("\\d{1,18}-\\d{1,9}"), "ids of letters");
        if (wanted == null || wanted.size() > LETTERS) {
            fields.fault("letters", "must be a list of at most " + LETTERS);
        }
        if (!fields.faultless() || wanted == null) {
            return Failures.answer(Problem.faulty(422, "letters", fields.faults()));
        }
        Set<String> ids = new HashSet<>(wanted);
        return outbox.letters(hospital.value(), receiver, LETTERS).compose(there -> {
            List<Letter> chosen = new ArrayList<>(there);
            chosen.removeIf(letter -> !ids.contains(id(letter)));
            return outbox.ask(hospital.value(), receiver, chosen)
                    .map(count -> new JsonObject().put("asked", count).toBuffer());
        });
    }

    private static JsonObject json(Receiver receiver, @Nullable Noted noted, List<Letter> letters) {
        Progress progress = noted == null ? Progress.NOTHING_WAITS : noted.progress();
        return new JsonObject()
                .put("id", receiver.id())
                .put("address", receiver.address())
                .put("toldUpTo", noted == null ? null : noted.seq())
                .put("waiting", progress.waiting())
                .put("waitingSince", text(progress.since()))
                .put("trouble", progress.trouble())
                .put("notedAt", noted == null ? null : text(noted.notedAt()))
                .put(
                        "letters",
                        new JsonArray(letters.stream().map(ReceiverRoutes::json).toList()));
    }

    private static JsonObject json(Letter letter) {
        return new JsonObject()
                .put("id", id(letter))
                .put("type", letter.type())
                .put("subject", letter.subject())
                .put("recordedAt", letter.recordedAt().toString())
                .put("message", letter.message())
                .put("code", letter.code())
                .put("words", letter.words())
                .put("tries", letter.tries())
                .put("refusedAt", letter.refusedAt().toString())
                .put("askedAt", text(letter.askedAt()));
    }

    private static String id(Letter letter) {
        return letter.seq() + "-" + letter.part();
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
