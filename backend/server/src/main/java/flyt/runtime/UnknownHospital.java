package flyt.runtime;

import flyt.domain.place.HospitalId;

/** There is no hospital of this name here. */
public final class UnknownHospital extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownHospital(HospitalId hospital) {
        super("There is no hospital " + hospital);
    }
}
