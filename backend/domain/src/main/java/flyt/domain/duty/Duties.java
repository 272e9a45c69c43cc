package flyt.domain.duty;

import flyt.domain.event.StaffKey;
import flyt.domain.priority.RuleSet;
import flyt.domain.priority.RuleSet.Mode;
import flyt.domain.priority.StandardRuleSet;
import flyt.domain.priority.Team;
import java.time.Instant;
import java.util.Collection;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * Who is on duty, and the rules in force. Immutable.
 *
 * @param adopted when and by whom the rules were put into force; null: they are the standard ones that every hospital begins with
 * @param offered the teams whose work is offered now; the others choose from their list
 */
public record Duties(
        RuleSet rules, @Nullable Adoption adopted, TreePSet<Team> offered, TreePMap<StaffKey, Worker> workers) {

    /** Rules were put into force. {@code by}: the key of whoever did it, or null where nobody signs in. */
    public record Adoption(Instant at, @Nullable StaffKey by) {}

    /** Nobody, under the standard rules. */
    public static final Duties NONE = new Duties(StandardRuleSet.SET, null, TreePSet.empty(), TreePMap.empty());

    /** These on duty, under these rules. */
    public static Duties of(
            RuleSet rules, @Nullable Adoption adopted, Collection<Team> offered, Collection<Worker> onDuty) {
        TreePMap<StaffKey, Worker> workers = TreePMap.empty();
        for (Worker worker : onDuty) {
            workers = workers.plus(worker.key(), worker);
        }
        return new Duties(rules, adopted, TreePSet.from(offered), workers);
    }

    /** Whoever is on duty under this key, or null. */
    public @Nullable Worker worker(@Nullable StaffKey key) {
        return key == null ? null : workers.get(key);
    }

    /** The rule set's name and version, {@code standard/1}. */
    public String rulesName() {
        return rules.name() + "/" + rules.version();
    }

    /** How a team's work is handed out now. */
    public Mode mode(Team team) {
        return offered.contains(team) ? Mode.PUSH : Mode.PULL;
    }

    Duties with(Team team, Mode mode) {
        return new Duties(rules, adopted, mode == Mode.PUSH ? offered.plus(team) : offered.minus(team), workers);
    }

    Duties with(RuleSet others, Adoption adoption) {
        return new Duties(others, adoption, offered, workers);
    }

    Duties with(Worker worker) {
        return new Duties(rules, adopted, offered, workers.plus(worker.key(), worker));
    }

    Duties without(StaffKey worker) {
        return new Duties(rules, adopted, offered, workers.minus(worker));
    }

    Duties changed(StaffKey worker, UnaryOperator<Worker> change) {
        Worker known = workers.get(worker);
        return known == null ? this : with(change.apply(known));
    }
}
