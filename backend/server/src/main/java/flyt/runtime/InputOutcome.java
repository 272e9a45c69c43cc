package flyt.runtime;

import flyt.domain.Decision.Refusal;
import flyt.domain.event.StaffKey;
import flyt.domain.task.TaskId;
import flyt.journal.InputRow;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The outcome of an input as the journal keeps it: {@code {"outcome":"accepted"}} or {@code {"outcome":"refused","reason":…}}. */
final class InputOutcome {
    private InputOutcome() {}

    static String write(Answer answer) {
        if (answer instanceof Answer.Refused refused) {
            return new JsonObject()
                    .put("outcome", "refused")
                    .put("reason", refused.reason().name())
                    .put("task", refused.task() == null ? null : refused.task().value())
                    .put("by", refused.by() == null ? null : refused.by().value())
                    .encode();
        }
        return new JsonObject().put("outcome", "accepted").encode();
    }

    static Answer read(InputRow row) {
        JsonObject outcome = new JsonObject(row.outcome());
        if ("refused".equals(outcome.getString("outcome"))) {
            String task = outcome.getString("task");
            String by = outcome.getString("by");
            return new Answer.Refused(
                    Refusal.valueOf(outcome.getString("reason")),
                    task == null ? null : new TaskId(task),
                    by == null ? null : new StaffKey(by));
        }
        return new Answer.Accepted(row.seq() == null ? 0 : row.seq(), List.of());
    }
}
