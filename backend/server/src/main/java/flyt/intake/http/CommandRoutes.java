package flyt.intake.http;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.access.Deed;
import flyt.access.Principal;
import flyt.access.Principal.Machine;
import flyt.access.Principal.Person;
import flyt.access.RoleTable;
import flyt.access.Verdict;
import flyt.access.Where;
import flyt.access.account.Account;
import flyt.domain.Command;
import flyt.domain.Decision.Refusal;
import flyt.domain.Decision.Warning;
import flyt.domain.event.StaffKey;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalId;
import flyt.domain.place.WardId;
import flyt.intake.http.ReadCommand.Colleague;
import flyt.journal.IdentityRow;
import flyt.ops.Metrics;
import flyt.ops.Metrics.Outcome;
import flyt.runtime.Answer;
import flyt.runtime.Hospitals;
import flyt.runtime.Submission;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/hospitals/{id}/commands}: people's wishes, each under its giver's name and on a ward of theirs. */
final class CommandRoutes implements Routes {
    private final Hospitals hospitals;
    private final StaffKeys keys;
    private final Function<String, Future<Account>> colleagues;
    private final Gate gate;
    private final Metrics metrics;
    private final Bodies bodies;

    /** {@code colleagues}: an account by its id. */
    CommandRoutes(
            Hospitals hospitals,
            StaffKeys keys,
            Function<String, Future<Account>> colleagues,
            Gate gate,
            Metrics metrics,
            Bodies bodies) {
        this.hospitals = hospitals;
        this.keys = keys;
        this.colleagues = colleagues;
        this.gate = gate;
        this.metrics = metrics;
        this.bodies = bodies;
    }

    @Override
    public void mount(Router router) {
        router.post("/api/v1/hospitals/:id/commands")
                .handler(context -> Answers.json(context, hospital -> gate.allowed(context, CommandRoutes::mayWish)
                        .compose(who -> bodies.read(context.request())
                                .compose(Answers::parsed)
                                .compose(json -> wish(hospital, who, json)))));
    }

    /** Before anything is read: somebody who may command something somewhere. */
    private static Verdict mayWish(Principal who) {
        return RoleTable.somewhere(who, CommandReader.deeds());
    }

    private Future<Buffer> wish(HospitalId hospital, Principal who, JsonNode json) {
        return CommandReader.read(json)
                .fold(
                        read -> read.spokenFor() == null || who instanceof Machine
                                ? allowed(hospital, who, keys.disguised(hospital, read))
                                : faulty(List.of(new Fault("for", "is for systems: people speak for themselves"))),
                        this::faulty);
    }

    private Future<Buffer> faulty(List<Fault> faults) {
        metrics.intake("", Outcome.REJECTED);
        return Failures.answer(Problem.faulty(422, "command", faults));
    }

    private Future<Buffer> allowed(HospitalId hospital, Principal who, ReadCommand read) {
        Deed deed = Objects.requireNonNull(Deed.ofCommand(read.type()));
        Verdict whole = RoleTable.verdict(who, deed, hospital.value(), Where.WHOLE);
        // who reaches all of the hospital need not wait for where it is
        Future<Set<WardId>> wards = whole.isAllowed() && read.assignee() == null
                ? Future.succeededFuture(Set.of())
                : hospitals.wards(hospital, read.subject());
        return wards.compose(concerned -> gate.passed(who, verdict(who, deed, hospital, concerned, whole))
                        .compose(may -> forAnotherTeam(hospital, who, read.command())
                                ? Failures.answer(Problem.refused(Refusal.NOT_YOUR_TEAM, null))
                                : submission(hospital, who, read, concerned)))
                .compose(submission -> told(hospital, read.type(), submission));
    }

    /** Whether somebody wants to come on duty for a team that they do not work in; a system knows whom it speaks for. */
    private static boolean forAnotherTeam(HospitalId hospital, Principal who, Command command) {
        return command instanceof Command.StartDuty duty
                && !(who instanceof Machine)
                && !Teams.of(hospital, who).contains(duty.team());
    }

    /** By any ward it concerns; what concerns none is not known any more, and the hospital says so. */
    private Verdict verdict(Principal who, Deed deed, HospitalId hospital, Set<WardId> wards, Verdict whole) {
        if (wards.isEmpty()) {
            return RoleTable.verdict(who, deed, hospital.value());
        }
        return wards.stream()
                .map(ward -> RoleTable.verdict(who, deed, hospital.value(), where(hospital, ward)))
                .filter(Verdict::isAllowed)
                .findFirst()
                .orElse(whole);
    }

    private Where where(HospitalId hospital, WardId ward) {
        return new Where(ward.value(), hospitals.zoneOf(hospital, ward));
    }

    private Future<Submission> submission(HospitalId hospital, Principal who, ReadCommand read, Set<WardId> wards) {
        return hospitals.definition(hospital).compose(definition -> {
            List<IdentityRow> met = new ArrayList<>();
            return actor(definition, who, read, met)
                    .compose(actor -> read.assignee() == null
                            ? Future.succeededFuture(read.submission(actor, null, met))
                            : colleagues
                                    .apply(read.assignee())
                                    .compose(account -> responsible(hospital, account, wards))
                                    .map(account -> read.submission(
                                            actor,
                                            keys.of(definition, account.id(), account.given(), read.at(), met),
                                            met)));
        });
    }

    /** Under which key somebody gives a command; null for a system. */
    private Future<@Nullable StaffKey> actor(
            HospitalDefinition definition, Principal who, ReadCommand read, List<IdentityRow> met) {
        if (!(who instanceof Person person)) {
            return spokenFor(definition, read, met);
        }
        StaffKey ofNow = keys.of(definition, person.account(), person.given(), read.at(), met);
        if (!read.isWork()) {
            return Future.succeededFuture(ofNow);
        }
        return hospitals
                .named(definition.id(), keys.now(definition, person.account(), read.at()))
                .map(named -> named.onDuty() == null || named.onDuty().equals(ofNow)
                        ? ofNow
                        : keys.kept(named.onDuty(), person.account(), person.given(), read.at(), met));
    }

    /** Under which key a system gives a command for somebody; null for itself. */
    private Future<@Nullable StaffKey> spokenFor(
            HospitalDefinition definition, ReadCommand read, List<IdentityRow> met) {
        Colleague colleague = read.spokenFor();
        return colleague == null
                ? Future.succeededFuture(null)
                : hospitals
                        .named(definition.id(), keys.ofShifts(definition, colleague.number(), read.at()))
                        .map(named -> keys.spokenFor(definition, colleague, named.onDuty(), read.at(), met));
    }

    /** Somebody who works on one of these wards. */
    private Future<Account> responsible(HospitalId hospital, Account account, Set<WardId> wards) {
        boolean there = account.disabledAt() == null
                && wards.stream().anyMatch(ward -> !StaffRoutes.roles(account, hospital, where(hospital, ward))
                        .isEmpty());
        return there
                ? Future.succeededFuture(account)
                : Failures.answer(Problem.of(409, "not-responsible", "Nobody of that name works on the ward."));
    }

    private Future<Buffer> told(HospitalId hospital, String type, Submission submission) {
        return hospitals
                .submit(hospital, List.of(submission))
                .onFailure(failure -> metrics.intake(type, Outcome.NOT_TAKEN))
                .compose(answers -> answer(hospital, type, answers.get(0)));
    }

    private Future<Buffer> answer(HospitalId hospital, String type, Answer answer) {
        if (answer instanceof Answer.Accepted accepted) {
            if (accepted.warnings().contains(Warning.WRONG_PATIENT)) {
                // kept as a fact for whoever coordinates, and told to whoever stands there as what it is: not done
                metrics.intake(type, Outcome.REFUSED);
                return Failures.answer(Problem.refused(Refusal.WRONG_PATIENT, null));
            }
            metrics.intake(type, Outcome.ACCEPTED);
            return Future.succeededFuture(
                    Answers.outcome("accepted", accepted.seq()).toBuffer());
        } else if (answer instanceof Answer.Repeated repeated) {
            metrics.intake(type, Outcome.REPEATED);
            return Future.succeededFuture(
                    Answers.outcome("repeated", repeated.seq()).toBuffer());
        }
        metrics.intake(type, Outcome.REFUSED);
        Answer.Refused refused = (Answer.Refused) answer;
        Future<@Nullable String> first =
                refused.by() == null ? Future.succeededFuture(null) : hospitals.firstName(hospital, refused.by());
        return first.compose(name -> Failures.answer(
                Problem.refused(refused.reason(), refused.task()).because(name)));
    }
}
