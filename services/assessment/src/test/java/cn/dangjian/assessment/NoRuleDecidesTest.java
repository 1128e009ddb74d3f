package cn.dangjian.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.platform.events.Hears;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * No rule decides about a unit (U-13): what begins without a person, by the clock or by an event, takes no step of a case,
 * corrects no score, puts no grade on file and decides no consequence. A rule asks, and only when people file grades.
 */
class NoRuleDecidesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("cn.dangjian.assessment", "cn.dangjian.platform");

    /** With these people decide. */
    private static final Map<String, Set<String>> DECIDES = Map.of(
            "cn.dangjian.platform.cases.Held",
            Set.of("take", "note"),
            "cn.dangjian.platform.cases.Cases",
            Set.of("take", "open"),
            "cn.dangjian.assessment.result.appeal.CorrectionRepository",
            Set.of("insert"),
            "cn.dangjian.assessment.result.grade.GradingRepository",
            Set.of("insert", "file"),
            "cn.dangjian.assessment.result.consequence.ConsequenceRepository",
            Set.of("notice", "decide"));

    @Test
    void whatBeginsWithoutAPersonDecidesNothing() {
        var reaching = new TreeSet<String>();
        for (var entrance : entrances()) {
            if (reaches(entrance)) reaching.add(name(entrance));
        }

        assertThat(reaching).as("jobs and listeners that decide about somebody").isEmpty();
    }

    @Test
    void looksAtEveryJobAndListener() {
        assertThat(entrances())
                .extracting(NoRuleDecidesTest::name)
                .contains("FreezeUnits.freeze", "PlaceListener.on", "DuesListener.on")
                .hasSizeGreaterThan(7);
    }

    @Test
    void seesTheWayOfWhoeverDecides() {
        assertThat(Stream.of(
                                "result.appeal.AppealController.uphold",
                                "result.appeal.AppealController.refuse",
                                "result.grade.GradingController.propose",
                                "result.grade.GradingController.file",
                                "result.consequence.ConsequenceController.notice",
                                "result.consequence.ConsequenceController.decide",
                                "result.consequence.ConsequenceController.revoke")
                        .filter(door -> !reaches(method("cn.dangjian.assessment." + door))))
                .as("doors that are known to decide, of which this test does not see it")
                .isEmpty();
    }

    @Test
    void seesTheWayThroughAnInterface() {
        var asks = method("cn.dangjian.assessment.result.consequence.ProposeConsequences.filed");

        assertThat(reaches(method("cn.dangjian.assessment.result.grade.GradingController.file"), asks::equals))
                .isTrue();
        assertThat(entrances()).noneMatch(entrance -> reaches(entrance, asks::equals));
    }

    private static Set<JavaCodeUnit> entrances() {
        var entrances = new LinkedHashSet<JavaCodeUnit>();
        for (var type : HOUSE) {
            for (var method : type.getMethods()) {
                if (begins(method)) entrances.add(method);
            }
        }
        return entrances;
    }

    /** By the clock, by an event, or in a thread of its own from the start of the service on. */
    private static boolean begins(JavaMethod method) {
        return Stream.of(Scheduled.class, Hears.class, EventListener.class)
                        .anyMatch(begin -> method.isAnnotatedWith(begin) || method.isMetaAnnotatedWith(begin))
                || (method.getName().equals("start")
                        && method.getRawParameterTypes().isEmpty()
                        && method.getOwner().isAssignableTo(SmartLifecycle.class));
    }

    private static JavaCodeUnit method(String name) {
        int dot = name.lastIndexOf('.');
        return HOUSE.get(name.substring(0, dot)).getMethods().stream()
                .filter(method -> method.getName().equals(name.substring(dot + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static String name(JavaCodeUnit unit) {
        return unit.getOwner().getSimpleName() + "." + unit.getName();
    }

    private static boolean reaches(JavaCodeUnit from) {
        return reaches(from, unit -> DECIDES.getOrDefault(unit.getOwner().getName(), Set.of())
                .contains(unit.getName()));
    }

    private static boolean reaches(JavaCodeUnit from, Predicate<JavaCodeUnit> what) {
        var seen = new HashSet<JavaCodeUnit>();
        var next = new ArrayDeque<JavaCodeUnit>();
        next.add(from);
        while (!next.isEmpty()) {
            var unit = next.remove();
            if (!seen.add(unit)) continue;
            if (what.test(unit)) return true;
            unit.getCallsFromSelf().forEach(call -> next.addAll(targets(call)));
            unit.getCodeUnitReferencesFromSelf().forEach(reference -> next.addAll(targets(reference)));
        }
        return false;
    }

    /** The methods that a call may end in: declared at or above the type that is named, or below it. */
    private static List<JavaCodeUnit> targets(JavaCodeUnitAccess<?> access) {
        var target = access.getTarget();
        var owner = target.getOwner();
        var types = new LinkedHashSet<JavaClass>();
        types.add(owner);
        types.addAll(owner.getAllRawSuperclasses());
        types.addAll(owner.getAllRawInterfaces());
        types.addAll(owner.getAllSubclasses());
        return types.stream()
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> unit.getName().equals(target.getName())
                        && names(unit.getRawParameterTypes()).equals(names(target.getRawParameterTypes())))
                .toList();
    }

    private static List<String> names(List<JavaClass> types) {
        return types.stream().map(JavaClass::getName).toList();
    }
}
