package flyt.runtime;

import flyt.domain.place.WardId;

/** The hospital has no ward of this name. */
public final class UnknownWard extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownWard(WardId ward) {
        super("There is no ward " + ward);
    }
}
