package flyt.intake;

import java.util.ArrayList;
import java.util.List;

/** Orders in which messages may arrive. */
public final class Orders {
    private Orders() {}

    /** All of them. */
    public static <T> List<List<T>> of(List<T> messages) {
        if (messages.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> all = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            List<T> rest = new ArrayList<>(messages);
            T first = rest.remove(i);
            for (List<T> others : of(rest)) {
                List<T> one = new ArrayList<>(List.of(first));
                one.addAll(others);
                all.add(one);
            }
        }
        return all;
    }
}
