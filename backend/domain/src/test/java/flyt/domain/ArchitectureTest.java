package flyt.domain;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import flyt.domain.event.Id;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** What keeps the domain pure, and its parts apart. */
@AnalyzeClasses(packages = "flyt.domain", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule domainDependsOnNothingButTheJdkAndPersistentCollections = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "flyt.domain..",
                    "java.lang",
                    "java.lang.invoke",
                    "java.lang.runtime",
                    "java.util",
                    "java.util.function",
                    "java.util.regex",
                    "java.util.stream",
                    "java.time",
                    "java.time.chrono",
                    "java.time.temporal",
                    "org.pcollections",
                    "org.jspecify.annotations");

    @ArchTest
    static final ArchRule timeAndChanceComeInAsArguments = noClasses()
            .should()
            .callMethodWhere(new DescribedPredicate<JavaMethodCall>("it reads a clock or rolls dice") {
                @Override
                public boolean test(JavaMethodCall call) {
                    String owner = call.getTargetOwner().getFullName();
                    String name = call.getName();
                    return (owner.startsWith("java.time.") && name.equals("now"))
                            || Set.of("java.lang.System.currentTimeMillis", "java.lang.System.nanoTime")
                                    .contains(owner + "." + name)
                            || (owner + "." + name).equals("java.lang.Math.random")
                            || (owner + "." + name).equals("java.time.ZoneId.systemDefault");
                }
            })
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(UUID.class, Random.class, java.time.Clock.class, Thread.class);

    @ArchTest
    static final ArchRule capabilitiesDoNotKnowTheHospital = noClasses()
            .that()
            .resideInAPackage("flyt.domain.*..")
            .and()
            .resideOutsideOfPackage("flyt.domain.capacity..")
            .should()
            .dependOnClassesThat(resideInAPackage("flyt.domain"));

    /**
     * It alone looks at the whole, from above: nothing of the domain leans on what it finds, but one writes it down each night and one
     * measures it for the rules.
     */
    @ArchTest
    static final ArchRule nothingOfTheDomainKnowsItsCapacity = noClasses()
            .that()
            .resideOutsideOfPackage("flyt.domain.capacity..")
            .and()
            .haveNameNotMatching(".*\\.(NightRules|Gauges)(\\$.*)?")
            .should()
            .dependOnClassesThat(resideInAPackage("flyt.domain.capacity.."));

    @ArchTest
    static final ArchRule capabilitiesDoNotKnowEachOthersRules = noClasses()
            .that()
            .resideInAPackage("flyt.domain.*..")
            .should()
            .dependOnClassesThat(simpleNameEndingWith("Rules").as("are rules"));

    /** An id is a name: anyone may say whom or what they speak of. */
    @ArchTest
    static final ArchRule noCirclesBetweenCapabilities = slices().matching("flyt.domain.(*)..")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(alwaysTrue(), assignableTo(Id.class));

    @ArchTest
    static final ArchRule noOtherMathThanTheStrictOne = noClasses()
            .should()
            .dependOnClassesThat(new DescribedPredicate<JavaClass>("are java.lang.Math") {
                @Override
                public boolean test(JavaClass type) {
                    return type.isEquivalentTo(Math.class);
                }
            });
}
