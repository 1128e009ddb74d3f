package cn.dangjian.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import cn.dangjian.testkit.doors.DoorReader;
import cn.dangjian.testkit.doors.DoorsFile;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The map of the house as tests: {@code @AnalyzeClasses(packages = "cn.dangjian.task", importOptions =
 * DoNotIncludeTests.class) class ArchitectureTest extends HouseRules {}}. Some rules have nothing to look at in an empty
 * room; that each of them bites is shown by the testkit's own tests.
 */
public abstract class HouseRules {

    private static final int FILES_PER_ROOM = 15;
    private static final int COLLABORATORS = 5;
    private static final String SCOPE = "cn.dangjian.platform.directory.Scope";
    private static final String IDEMPOTENT = "cn.dangjian.platform.web.idempotency.Idempotent";
    private static final String CONTROLLER = "org.springframework.stereotype.Controller";
    private static final String HIDDEN = "io.swagger.v3.oas.annotations.Hidden";
    private static final String OPERATION = "io.swagger.v3.oas.annotations.Operation";
    private static final String TAG = "io.swagger.v3.oas.annotations.tags.Tag";
    private static final String UNSCOPED = "cn.dangjian.platform.directory.Unscoped";

    @ArchTest
    static final ArchRule roomsFormNoCircle =
            slices().matching("cn.dangjian.*.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    /** The rooms inside wings, of one wing and across them. */
    @ArchTest
    static final ArchRule roomsInWingsFormNoCircle = slices().matching("cn.dangjian.*.(*).(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyTheApplicationStandsAtTheRoot = classes()
            .that()
            .resideInAPackage("cn.dangjian.*")
            .and()
            .areTopLevelClasses()
            .should()
            .haveSimpleNameEndingWith("Application")
            .orShould()
            .haveSimpleName("package-info");

    @ArchTest
    static final ArchRule doorsAndTablesAreNotPublic = classes()
            .that()
            .haveSimpleNameEndingWith("Controller")
            .or()
            .haveSimpleNameEndingWith("Listener")
            .or()
            .haveSimpleNameEndingWith("Repository")
            .or()
            .haveSimpleNameEndingWith("Queries")
            .should()
            .notBePublic()
            .allowEmptyShould(true);

    /** A table is public only where another room really asks it. */
    @ArchTest
    static final ArchRule tablesArePublicForWhoAsks = classes()
            .that()
            .haveSimpleNameEndingWith("Table")
            .and()
            .arePublic()
            .should(beAskedByAnotherRoom())
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyTablesSpeakSql = noClasses()
            .that(not(simpleNameEndingWith("Repository")
                    .or(simpleNameEndingWith("Queries"))
                    .or(simpleNameEndingWith("Table"))
                    .or(simpleNameEndingWith("Configuration"))
                    .or(nestedIn("Repository", "Queries", "Table"))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.jdbc..", "java.sql..", "javax.sql..", "cn.dangjian.platform.directory.rows..");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre =
            noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto|DTO|Entity|VO|Model)(\\$.*)?");

    @ArchTest
    static final ArchRule oneJackson =
            noClasses().should().dependOnClassesThat().resideInAPackage("com.fasterxml.jackson.databind..");

    @ArchTest
    static final ArchRule noStaticHolders =
            noClasses().should().dependOnClassesThat().areAssignableTo(ThreadLocal.class);

    @ArchTest
    static final ArchRule settingsAreRecords = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.springframework.beans.factory.annotation.Value");

    @ArchTest
    static final ArchRule collaboratorsComeThroughTheConstructor = fields().should()
            .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule fewCollaborators = constructors()
            .that()
            .areDeclaredInClassesThat(component())
            .should(haveAtMostFiveParameters())
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule repeatableAnswersCanBeStored = methods()
            .that()
            .areAnnotatedWith(IDEMPOTENT)
            .should()
            .haveRawReturnType("org.springframework.http.ResponseEntity")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule readsOfScopedRowsTakeAScope = methods()
            .that()
            .areDeclaredInClassesThat(simpleNameEndingWith("Repository")
                    .or(simpleNameEndingWith("Queries"))
                    .or(simpleNameEndingWith("Table")))
            .and()
            .haveNameMatching("(find|list|get|count|page)[A-Z]?.*")
            .and()
            .areNotPrivate()
            .should(takeAScope())
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule operationsSayWhatTheyAreFor = methods()
            .that()
            .areMetaAnnotatedWith("org.springframework.web.bind.annotation.RequestMapping")
            .and()
            .areDeclaredInClassesThat(metaAnnotatedWith(CONTROLLER).and(not(annotatedWith(HIDDEN))))
            .should(haveASummaryAndATag())
            .allowEmptyShould(true);

    @ArchTest
    static void roomsAreSmall(JavaClasses all) {
        var rooms = all.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        rooms.forEach((room, files) -> {
            if (files > FILES_PER_ROOM)
                throw new AssertionError(room + " has " + files + " files: split it by feature");
        });
    }

    @ArchTest
    static void refusalsHaveTexts(JavaClasses all) {
        for (var module : modules(all)) refuse(RefusalTexts.violations(module));
    }

    @ArchTest
    static void tablesHaveOneWritingRoom(JavaClasses all) {
        for (var module : modules(all)) refuse(new Tables(module).violations());
    }

    /**
     * What each door may answer, also those that starters bring, is written down for the OpenAPI document, and is what the
     * bytecode says.
     */
    @ArchTest
    static void doorsAnswerWhatIsWrittenDown(JavaClasses all) {
        for (var module : modules(all)) {
            var doors = DoorReader.doors("cn.dangjian", false);
            refuse(DoorsFile.check(module.resolve("src/main/resources"), doors).stream()
                    .toList());
        }
    }

    private static void refuse(List<String> violations) {
        if (!violations.isEmpty()) throw new AssertionError(String.join("\n", violations));
    }

    /** The folders that the classes come from. */
    private static List<Path> modules(JavaClasses all) {
        return all.stream()
                .map(type -> type.getPackageName().split("\\.", -1))
                .filter(name -> name.length > 2)
                .map(name -> name[2])
                .distinct()
                .map(word -> {
                    var service = Repository.root().resolve("services").resolve(word);
                    return Files.isDirectory(service)
                            ? service
                            : Repository.root().resolve(word);
                })
                .filter(module -> Files.exists(module.resolve("pom.xml")))
                .toList();
    }

    private static DescribedPredicate<JavaClass> nestedIn(String... endings) {
        return DescribedPredicate.describe("nested in a table", type -> {
            var outer = type.getEnclosingClass();
            while (outer.isPresent()) {
                for (String ending : endings) if (outer.get().getSimpleName().endsWith(ending)) return true;
                outer = outer.get().getEnclosingClass();
            }
            return false;
        });
    }

    private static DescribedPredicate<JavaClass> component() {
        return DescribedPredicate.describe(
                "components",
                type -> type.isMetaAnnotatedWith("org.springframework.stereotype.Component")
                        || type.isAnnotatedWith("org.springframework.stereotype.Component"));
    }

    private static ArchCondition<JavaConstructor> haveAtMostFiveParameters() {
        return new ArchCondition<>("have at most " + COLLABORATORS + " collaborators") {
            @Override
            public void check(JavaConstructor constructor, ConditionEvents events) {
                int parameters = constructor.getParameters().size();
                if (parameters > COLLABORATORS) {
                    events.add(SimpleConditionEvent.violated(
                            constructor, constructor.getFullName() + " has " + parameters + " collaborators"));
                }
            }
        };
    }

    private static ArchCondition<JavaMethod> haveASummaryAndATag() {
        return new ArchCondition<>("have a summary, and a tag on their controller") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean summary = method.tryGetAnnotationOfType(OPERATION)
                        .flatMap(operation -> operation.get("summary"))
                        .filter(text -> !text.toString().isBlank())
                        .isPresent();
                if (!summary)
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " has no summary"));
                if (!method.getOwner().isAnnotatedWith(TAG))
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " has no tag"));
            }
        };
    }

    private static ArchCondition<JavaClass> beAskedByAnotherRoom() {
        return new ArchCondition<>("be asked by another room, or not be public") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean asked = type.getDirectDependenciesToSelf().stream()
                        .anyMatch(dependency ->
                                !dependency.getOriginClass().getPackage().equals(type.getPackage()));
                if (!asked) events.add(SimpleConditionEvent.violated(type, type.getName() + " is public for nobody"));
            }
        };
    }

    private static ArchCondition<JavaMethod> takeAScope() {
        return new ArchCondition<>("take a Scope or say why not with @Unscoped") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean scoped = method.getRawParameterTypes().stream()
                        .anyMatch(type -> type.getName().equals(SCOPE));
                if (!scoped
                        && !method.isAnnotatedWith(UNSCOPED)
                        && !method.getOwner().isAnnotatedWith(UNSCOPED)) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " takes no Scope"));
                }
            }
        };
    }
}
