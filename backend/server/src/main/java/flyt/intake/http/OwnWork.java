package flyt.intake.http;

import flyt.access.Principal;
import flyt.access.Principal.Person;
import flyt.domain.place.HospitalId;
import flyt.runtime.Hospitals;
import flyt.runtime.NamedWork;
import io.vertx.core.Future;

/** Where a hospital names whoever asks: people only. */
record OwnWork(Hospitals hospitals, StaffKeys keys) {

    /** {@link NamedWork#NONE} of systems and screens. */
    Future<NamedWork> of(HospitalId hospital, Principal who) {
        return who instanceof Person person
                ? hospitals.definition(hospital).compose(definition -> hospitals
                        .clock(hospital)
                        .compose(clock ->
                                hospitals.named(hospital, keys.now(definition, person.account(), clock.time()))))
                : Future.succeededFuture(NamedWork.NONE);
    }
}
