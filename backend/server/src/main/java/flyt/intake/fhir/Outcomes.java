package flyt.intake.fhir;

import flyt.fhir.R4;
import flyt.intake.http.Problem;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;

/** Problems as OperationOutcomes: the code and the words of the problem, and one issue for each of its faults. */
final class Outcomes {
    /** Of the codes in {@code issue.details}: those of the table of problems in {@code openapi.yaml}. */
    static final String SYSTEM = "urn:flyt:problem";

    private Outcomes() {}

    /** As JSON. */
    static String json(Problem problem) {
        return R4.write(of(problem));
    }

    private static OperationOutcome of(Problem problem) {
        OperationOutcome outcome = new OperationOutcome();
        IssueType type = type(problem.status());
        List<JsonObject> faults = problem.body().getJsonArray("faults", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .toList();
        if (faults.isEmpty()) {
            OperationOutcomeIssueComponent issue = issue(outcome, type, problem);
            String detail = problem.body().getString("detail");
            if (detail != null) {
                issue.setDiagnostics(detail);
            }
        }
        for (JsonObject fault : faults) {
            OperationOutcomeIssueComponent issue = issue(outcome, type, problem)
                    .setDiagnostics(fault.getString("field") + " " + fault.getString("problem"));
            if (!fault.getString("field").isEmpty()) {
                issue.addExpression(fault.getString("field"));
            }
        }
        return outcome;
    }

    /** Something that was left aside in what was done all the same. */
    static String warning(String words) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(IssueSeverity.WARNING)
                .setCode(IssueType.NOTSUPPORTED)
                .setDiagnostics(words);
        return R4.write(outcome);
    }

    private static OperationOutcomeIssueComponent issue(OperationOutcome outcome, IssueType type, Problem problem) {
        OperationOutcomeIssueComponent issue =
                outcome.addIssue().setSeverity(IssueSeverity.ERROR).setCode(type);
        issue.getDetails()
                .setText(problem.title())
                .addCoding()
                .setSystem(SYSTEM)
                .setCode(problem.code());
        String reason = problem.body().getString("reason");
        if (reason != null) {
            issue.getDetails()
                    .addCoding()
                    .setSystem(SYSTEM + ":" + problem.code())
                    .setCode(reason);
        }
        return issue;
    }

    private static IssueType type(int status) {
        return switch (status) {
            case 400 -> IssueType.INVALID;
            case 401 -> IssueType.LOGIN;
            case 403 -> IssueType.FORBIDDEN;
            case 404 -> IssueType.NOTFOUND;
            case 405, 406, 415 -> IssueType.NOTSUPPORTED;
            case 409, 412 -> IssueType.CONFLICT;
            case 410 -> IssueType.DELETED;
            case 413 -> IssueType.TOOLONG;
            case 429 -> IssueType.THROTTLED;
            case 503 -> IssueType.TRANSIENT;
            default -> status < 500 ? IssueType.PROCESSING : IssueType.EXCEPTION;
        };
    }
}
