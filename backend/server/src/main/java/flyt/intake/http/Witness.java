package flyt.intake.http;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.access.Deed;
import flyt.access.Principal;
import flyt.access.Principal.Nobody;
import flyt.access.RoleTable;
import flyt.access.Verdict;
import flyt.access.Verdict.Allowed;
import flyt.access.Where;
import flyt.access.log.LogBook;
import flyt.access.log.LogEntry;
import flyt.access.log.Who;
import flyt.domain.place.HospitalId;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A gate that remembers: whoever is let through is in the access log first, whoever is known and turned away is too. */
public final class Witness {
    private final Gate gate;
    private final LogBook log;
    private final InstantSource clock;

    public Witness(Gate gate, LogBook log, InstantSource clock) {
        this.gate = gate;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Lets through whom the verdict allows, once that is on disk.
     *
     * @param deed wire name of the deed or the view
     * @param about adds to the line what it is about
     * @return who it is, as the log has them; fails with what to answer
     */
    public Future<Who> letThrough(
            RoutingContext context, Function<Principal, Verdict> verdict, String deed, UnaryOperator<LogEntry> about) {
        return known(context, verdict, deed, about)
                .compose(who -> remember(context, who, deed, about).map(who));
    }

    /** The same without a line for who is let through, since what they do has its own. */
    public Future<Who> known(
            RoutingContext context, Function<Principal, Verdict> verdict, String deed, UnaryOperator<LogEntry> about) {
        return gate.who(context).compose(who -> judged(context, who, verdict.apply(who), deed, about));
    }

    /** The same for somebody who is known already. */
    public Future<Who> judged(
            RoutingContext context, Principal principal, Verdict verdict, String deed, UnaryOperator<LogEntry> about) {
        Who who = Who.of(principal, verdict instanceof Allowed allowed ? allowed.grant() : null);
        if (!verdict.isAllowed() && !(principal instanceof Nobody)) {
            log.note(entry(context, who, deed, about).refused());
        }
        return gate.passed(principal, verdict).map(who);
    }

    /** What somebody asks for who may do so in the whole hospital, once the log has that they do it. */
    Future<JsonNode> asked(RoutingContext context, HospitalId hospital, Deed deed, Bodies bodies) {
        UnaryOperator<LogEntry> there = entry -> entry.in(hospital.value());
        return known(context, who -> RoleTable.verdict(who, deed, hospital.value(), Where.WHOLE), deed.wire(), there)
                .compose(
                        who -> bodies.read(context.request()).compose(body -> remember(context, who, deed.wire(), there)
                                .compose(remembered -> Answers.parsed(body))));
    }

    /** Notes that somebody whom the table lets through was turned away for another reason. */
    Future<Void> noteRefused(RoutingContext context, String deed, UnaryOperator<LogEntry> about) {
        return gate.who(context).map(principal -> {
            log.note(entry(context, Who.of(principal, null), deed, about).refused());
            return null;
        });
    }

    /** Writes a line of somebody who was let through before; done when it is on disk. */
    public Future<Void> remember(RoutingContext context, Who who, String deed, UnaryOperator<LogEntry> about) {
        return log.write(entry(context, who, deed, about));
    }

    /** The same for somebody who is known, and was let through by this verdict. */
    public Future<Void> remember(
            RoutingContext context, Principal principal, Verdict verdict, String deed, UnaryOperator<LogEntry> about) {
        return remember(
                context, Who.of(principal, verdict instanceof Allowed allowed ? allowed.grant() : null), deed, about);
    }

    private LogEntry entry(RoutingContext context, Who who, String deed, UnaryOperator<LogEntry> about) {
        String wall = who.kind() == Who.Kind.SCREEN ? who.id() : null;
        return about.apply(LogEntry.of(who, deed, clock.instant()).from(Gate.address(context), wall));
    }
}
