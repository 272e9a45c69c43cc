package flyt.board;

import flyt.domain.duty.Duties;
import flyt.domain.duty.Message;
import flyt.domain.duty.MessageId;
import flyt.domain.duty.Worker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of what a coordinator tells people on duty: on their phones, for whom it is and who has not read it yet, by key; for the
 * coordinator, how many have, and never who. A team shares its rows, so what is for one alone is there without its words: that one asks
 * for them.
 */
final class MessageRows {
    private MessageRows() {}

    /** Makes the rows of a message, or says that it stands no longer. {@code before}: as it was last written. */
    static void write(Moment moment, MessageId id, @Nullable Message before, @Nullable Message now, Sink sink) {
        String key = "message/" + id.value();
        Message any = now != null ? now : before;
        if (any == null) {
            return;
        }
        Plan plan = moment.plan();
        sink.row(plan.queue(any.team()), key, now == null ? null : onPhones(moment, key, now));
        sink.row(plan.crew(any.team()), key, now == null ? null : forCoordinator(moment, key, now));
    }

    private static byte[] onPhones(Moment moment, String key, Message message) {
        List<String> unread = moment.hospital().duties().addressed(message).stream()
                .map(Worker::key)
                .filter(worker -> !message.read().contains(worker))
                .map(worker -> worker.value())
                .toList();
        return RowJson.row(key, "message", row -> {
            standing(row, message);
            row.text("text", message.worker() == null ? words(moment, message) : null);
            row.flag("alone", message.worker() != null);
            row.texts("unread", unread);
        });
    }

    private static byte[] forCoordinator(Moment moment, String key, Message message) {
        Duties duties = moment.hospital().duties();
        List<Worker> addressed = duties.addressed(message);
        long read = addressed.stream()
                .filter(worker -> message.read().contains(worker.key()))
                .count();
        return RowJson.row(key, "message", row -> {
            standing(row, message);
            row.text("text", words(moment, message));
            row.text("zone", message.zone());
            row.text(
                    "worker", message.worker() == null ? null : message.worker().value());
            row.text("name", moment.identities().firstName(message.worker()));
            row.number("read", (int) read);
            row.number("of", addressed.size());
        });
    }

    private static @Nullable String words(Moment moment, Message message) {
        return moment.identities().text(message.text());
    }

    private static void standing(RowJson row, Message message) {
        row.text("message", message.id().value());
        row.instant("sentAt", message.sentAt());
        row.instant("until", message.until());
    }
}
