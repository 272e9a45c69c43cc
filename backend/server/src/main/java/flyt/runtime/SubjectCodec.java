package flyt.runtime;

import flyt.domain.conflict.Conflict;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.place.BedId;
import flyt.domain.place.WardId;
import flyt.domain.placement.RequestId;
import flyt.domain.stay.StayId;
import flyt.domain.task.Point;
import flyt.domain.task.TaskId;
import io.vertx.core.json.JsonObject;

/** Subjects as they go between members: {@code {"of":"stay","id":"V100"}}. */
final class SubjectCodec {
    private SubjectCodec() {}

    static JsonObject write(Subject subject) {
        if (subject instanceof Subject.OfBed one) {
            return of("bed", one.bed().value());
        } else if (subject instanceof Subject.OfTask one) {
            return of("task", one.task().value());
        } else if (subject instanceof Subject.OfStay one) {
            return of("stay", one.stay().value());
        } else if (subject instanceof Subject.OfRequest one) {
            return of("request", one.request().value());
        } else if (subject instanceof Subject.OfPoint one) {
            Point point = one.point();
            return new JsonObject()
                    .put("of", "point")
                    .put("ward", point.ward() == null ? null : point.ward().value())
                    .put("bed", point.bed() == null ? null : point.bed().value())
                    .put("stop", point.stop());
        } else if (subject instanceof Subject.OfHospital) {
            return new JsonObject().put("of", "hospital");
        } else if (subject instanceof Subject.OfConflict one) {
            return of("conflict", one.conflict().value());
        }
        MessageKey command = ((Subject.OfCommand) subject).command();
        return of("command", command.id()).put("source", command.source().value());
    }

    private static JsonObject of(String kind, String id) {
        return new JsonObject().put("of", kind).put("id", id);
    }

    /** @throws IllegalArgumentException for what no member writes */
    static Subject read(JsonObject written) {
        String id = written.getString("id");
        return switch (String.valueOf(written.getString("of"))) {
            case "bed" -> new Subject.OfBed(new BedId(id));
            case "task" -> new Subject.OfTask(new TaskId(id));
            case "stay" -> new Subject.OfStay(new StayId(id));
            case "request" -> new Subject.OfRequest(new RequestId(id));
            case "point" -> new Subject.OfPoint(point(written));
            case "hospital" -> new Subject.OfHospital();
            case "conflict" -> new Subject.OfConflict(new Conflict.Key(id));
            case "command" -> new Subject.OfCommand(new MessageKey(new Source(written.getString("source")), id));
            default -> throw new IllegalArgumentException("an unknown subject: " + written.getString("of"));
        };
    }

    private static Point point(JsonObject written) {
        String ward = written.getString("ward");
        String bed = written.getString("bed");
        return new Point(
                ward == null ? null : new WardId(ward), bed == null ? null : new BedId(bed), written.getString("stop"));
    }
}
