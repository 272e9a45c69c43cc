package flyt.domain.duty;

import flyt.domain.event.StaffKey;
import flyt.domain.priority.RuleSet;
import flyt.domain.priority.RuleSet.Mode;
import flyt.domain.priority.StandardRuleSet;
import flyt.domain.priority.Team;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * Who is on duty, and the rules in force. Immutable.
 *
 * @param adopted when and by whom the rules were put into force; null: they are the standard ones that every hospital begins with
 * @param offered the teams whose work is offered now; the others choose from their list
 * @param messages what coordinators tell them
 */
public record Duties(
        RuleSet rules,
        @Nullable Adoption adopted,
        TreePSet<Team> offered,
        TreePMap<StaffKey, Worker> workers,
        TreePMap<MessageId, Message> messages) {

    /** Rules were put into force. {@code by}: the key of whoever did it, or null where nobody signs in. */
    public record Adoption(Instant at, @Nullable StaffKey by) {}

    /** Nobody, under the standard rules. */
    public static final Duties NONE =
            new Duties(StandardRuleSet.SET, null, TreePSet.empty(), TreePMap.empty(), TreePMap.empty());

    /** These on duty, under these rules, told this. */
    public static Duties of(
            RuleSet rules,
            @Nullable Adoption adopted,
            Collection<Team> offered,
            Collection<Worker> onDuty,
            Collection<Message> messages) {
        Duties duties = new Duties(rules, adopted, TreePSet.from(offered), TreePMap.empty(), TreePMap.empty());
        for (Worker worker : onDuty) {
            duties = duties.with(worker);
        }
        for (Message message : messages) {
            duties = duties.with(message);
        }
        return duties;
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

    /** Those on duty whom a message is for. */
    public List<Worker> addressed(Message message) {
        return workers.values().stream().filter(message::isFor).toList();
    }

    /** When the next message ends, or null. */
    public @Nullable Instant nextEnd() {
        return messages.values().stream()
                .map(Message::until)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    Duties with(Team team, Mode mode) {
        TreePSet<Team> then = mode == Mode.PUSH ? offered.plus(team) : offered.minus(team);
        return new Duties(rules, adopted, then, workers, messages);
    }

    Duties with(RuleSet others, Adoption adoption) {
        return new Duties(others, adoption, offered, workers, messages);
    }

    Duties with(Worker worker) {
        return new Duties(rules, adopted, offered, workers.plus(worker.key(), worker), messages);
    }

    Duties with(Message message) {
        return new Duties(rules, adopted, offered, workers, messages.plus(message.id(), message));
    }

    /** Without somebody, and without what they have read. */
    Duties without(StaffKey worker) {
        TreePMap<MessageId, Message> left = messages;
        for (Message message : messages.values()) {
            left = message.read().contains(worker) ? left.plus(message.id(), message.unreadBy(worker)) : left;
        }
        return new Duties(rules, adopted, offered, workers.minus(worker), left);
    }

    Duties without(MessageId message) {
        return new Duties(rules, adopted, offered, workers, messages.minus(message));
    }

    Duties changed(StaffKey worker, UnaryOperator<Worker> change) {
        Worker known = workers.get(worker);
        return known == null ? this : with(change.apply(known));
    }

    Duties changed(MessageId message, UnaryOperator<Message> change) {
        Message known = messages.get(message);
        return known == null ? this : with(change.apply(known));
    }
}
