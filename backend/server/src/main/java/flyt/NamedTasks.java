package flyt;

import flyt.access.log.MyData;
import flyt.domain.place.HospitalDefinition;
import flyt.intake.http.StaffKeys;
import flyt.runtime.Hospitals;
import flyt.runtime.NamedWork;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/** Where the hospitals name an employee now, for the page on which they see what is stored about them. */
final class NamedTasks implements MyData.NamedTasks {
    private final Hospitals hospitals;
    private final StaffKeys keys;

    NamedTasks(Hospitals hospitals, StaffKeys keys) {
        this.hospitals = hospitals;
        this.keys = keys;
    }

    @Override
    public Future<List<JsonObject>> of(String account) {
        List<Future<List<JsonObject>>> all =
                hospitals.list().stream().map(hospital -> in(hospital, account)).toList();
        return Future.all(all)
                .map(done -> all.stream().flatMap(one -> one.result().stream()).toList());
    }

    private Future<List<JsonObject>> in(HospitalDefinition hospital, String account) {
        return hospitals
                .clock(hospital.id())
                .compose(clock -> hospitals.named(hospital.id(), keys.now(hospital, account, clock.time())))
                .map(work -> Stream.concat(tasks(hospital, work), patients(hospital, work))
                        .toList());
    }

    private static Stream<JsonObject> tasks(HospitalDefinition hospital, NamedWork work) {
        return work.tasks().stream().map(task -> new JsonObject()
                .put("hospital", hospital.id().value())
                .put("task", task.task().value())
                .put("bed", task.bed() == null ? null : task.bed().value())
                .put("state", task.state())
                .put("since", task.since().toString()));
    }

    private static Stream<JsonObject> patients(HospitalDefinition hospital, NamedWork work) {
        return work.patients() == 0
                ? Stream.empty()
                : Stream.of(
                        new JsonObject().put("hospital", hospital.id().value()).put("responsibleFor", work.patients()));
    }
}
