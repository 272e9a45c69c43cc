package flyt;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import flyt.ops.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The order of the house: who may know whom, and what nobody does. */
class HouseRulesTest {
    /** From the ground floor up; a package imports only from those before it. Doors on one floor do not know each other. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("flyt.pages.."),
            List.of("flyt.domain.."),
            List.of("flyt.ops.."),
            List.of("flyt.proposal.."),
            List.of("flyt.board.."),
            List.of("flyt.journal.."),
            List.of("flyt.grid.."),
            List.of("flyt.runtime.."),
            List.of("flyt.report.."),
            List.of("flyt.access.."),
            List.of("flyt.fhir.."),
            List.of("flyt.hl7.."),
            List.of("flyt.outbound.."),
            List.of("flyt.intake..", "flyt.push.."));

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(place -> !place.contains("-tests.jar"))
            .importPackages("flyt");

    @TestFactory
    List<DynamicTest> packagesImportOnlyFromFloorsBelow() {
        List<DynamicTest> tests = new ArrayList<>();
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            for (String room : FLOORS.get(floor)) {
                List<String> above = new ArrayList<>(FLOORS.get(floor));
                above.remove(room);
                FLOORS.subList(floor + 1, FLOORS.size()).forEach(above::addAll);
                above.add("flyt");
                tests.add(DynamicTest.dynamicTest(room, () -> noClasses()
                        .that(resideInAPackage(room))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(above.toArray(String[]::new)))
                        .check(CODE)));
            }
        }
        return tests;
    }

    @Test
    void everyClassHasItsFloor() {
        List<String> known = new ArrayList<>();
        FLOORS.forEach(known::addAll);
        known.add("flyt");
        classes().should().resideInAnyPackage(known.toArray(String[]::new)).check(CODE);
    }

    @Test
    void packagesFormNoCircles() {
        // the domain's own test says which words its capabilities share
        slices().matching("flyt.(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(resideInAPackage("flyt.domain.."), resideInAPackage("flyt.domain.."))
                .check(CODE);
    }

    @Test
    void onlySettingsReadTheEnvironment() {
        noClasses()
                .that()
                .areNotAssignableTo(Settings.class)
                .should()
                .callMethodWhere(target(owner(name("java.lang.System"))).and(target(name("getenv"))))
                .check(CODE);
    }

    @Test
    void nobodyPrintsOrSleeps() {
        noClasses()
                .that(doNotReside("flyt"))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethodWhere(target(owner(name("java.lang.Thread"))).and(target(name("sleep"))))
                .check(CODE);
    }

    @Test
    void nobodyWaitsForAFutureButStartUp() {
        DescribedPredicate<JavaClass> waiting =
                DescribedPredicate.or(assignableTo(Future.class), assignableTo(CompletionStage.class));
        noClasses()
                .that(doNotReside("flyt").and(doNotReside("flyt.ops")))
                .should()
                .callMethodWhere(target(owner(waiting)).and(target(name("get")).or(target(name("join")))))
                .orShould()
                .callMethodWhere(
                        target(owner(assignableTo(io.vertx.core.Future.class))).and(target(name("await"))))
                .check(CODE);
    }

    private static DescribedPredicate<JavaClass> doNotReside(String packageName) {
        return DescribedPredicate.not(resideInAPackage(packageName));
    }
}
