package flyt.intake.http;

import java.util.List;
import java.util.function.Function;

/** What reading gave: the thing itself, or everything that is wrong with it. */
public sealed interface Reading<T> {

    /** It could be read. */
    record Read<T>(T value) implements Reading<T> {}

    /** It could not; at least one fault. */
    record Faulty<T>(List<Fault> faults) implements Reading<T> {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /** One of the two answers. */
    default <R> R fold(Function<T, R> read, Function<List<Fault>, R> faulty) {
        return this instanceof Read<T> good ? read.apply(good.value()) : faulty.apply(((Faulty<T>) this).faults());
    }
}
