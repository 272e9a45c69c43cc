package flyt.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import flyt.domain.Command;
import flyt.domain.event.Event;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FreeTextTest {

    /**
     * Every text that an event or a command carries. Whoever adds one says here what it is: words go through {@link FreeText},
     * codes are checked by the reader.
     */
    @Test
    void everyTextIsWordsOrACode() {
        assertThat(texts())
                .containsExactly(
                        // an id
                        "ActionMarked.action",
                        // told by a command only, which has had its words taken out
                        "ActionMarked.reason",
                        // words
                        "AnswerRelief.reason",
                        "AnswerThreshold.did",
                        // an id
                        "AnswerThreshold.rule",
                        // words
                        "BedReserved.purpose",
                        "CancelTask.reason",
                        "CleaningCancelled.reason",
                        "CleaningPaused.reason",
                        "DeclareLevel.reason",
                        "DelayTask.reason",
                        "DepartedTemporarily.destination",
                        // a code: one of a list
                        "EarlyWarningReported.scale",
                        // words
                        "HandBackTask.reason",
                        // told by a command only, which has had its words taken out
                        "LevelDeclared.reason",
                        // an id; words
                        "MarkAction.action",
                        "MarkAction.reason",
                        // told by a command only, which has had its words taken out; an id
                        "MessageSent.text",
                        "MessageSent.zone",
                        // a code: one of a list
                        "OrderTask.kind",
                        // words
                        "OrderTask.note",
                        // a code: one of a list
                        "PatientRegistered.triage",
                        // words
                        "PauseTask.reason",
                        "PinTask.reason",
                        "RejectTask.reason",
                        // told by a command only, which has had its words taken out
                        "ReliefAnswered.reason",
                        // words
                        "ReserveBed.purpose",
                        // a version that this program made
                        "ReserveBed.seen",
                        "SendMessage.text",
                        // an id
                        "SendMessage.zone",
                        // told by a command only, which has had its words taken out
                        "TaskCancelled.reason",
                        "TaskDelayed.reason",
                        "TaskHandedBack.reason",
                        "TaskNotPossible.reason",
                        // a code: name and version of a rule set
                        "TaskOffered.rules",
                        // told by a command only
                        "TaskPaused.reason",
                        "TaskPinned.reason",
                        // a code
                        "TaskRanked.rules",
                        // told by a command only; ids
                        "ThresholdAnswered.did",
                        "ThresholdAnswered.rule",
                        "ThresholdMoved.rule",
                        // digits
                        "WardRoleReported.phone");
    }

    private static SortedSet<String> texts() {
        SortedSet<String> texts = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter().importPackages("flyt.domain")) {
            boolean said = type.isAssignableTo(Event.class) || type.isAssignableTo(Command.class);
            if (said && type.isRecord()) {
                Arrays.stream(type.reflect().getRecordComponents())
                        .filter(component -> component.getType() == String.class)
                        .map(RecordComponent::getName)
                        .forEach(name -> texts.add(type.getSimpleName() + "." + name));
            }
        }
        return texts;
    }
}
