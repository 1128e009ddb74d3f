package cn.dangjian.testkit.fuse;

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
import java.util.Set;
import java.util.function.Predicate;

/** Where calls of a service lead to, and which of them begin without a person. */
final class Ways {

    private static final List<String> BEGINNINGS = List.of(
            "org.springframework.scheduling.annotation.Scheduled",
            "cn.dangjian.platform.events.Hears",
            "org.springframework.context.event.EventListener");
    private static final String LIFECYCLE = "org.springframework.context.SmartLifecycle";

    private final JavaClasses classes;

    /** @param service its package */
    Ways(String service) {
        this.classes = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages(service, "cn.dangjian.platform");
    }

    /** Methods that begin without a person. */
    Set<JavaCodeUnit> entrances() {
        var entrances = new LinkedHashSet<JavaCodeUnit>();
        for (var type : classes) {
            for (var method : type.getMethods()) {
                if (begins(method)) entrances.add(method);
            }
        }
        return entrances;
    }

    /** By the clock, by an event, or in a thread of its own from the start of the service on. */
    private static boolean begins(JavaMethod method) {
        return BEGINNINGS.stream().anyMatch(begin -> method.isAnnotatedWith(begin) || method.isMetaAnnotatedWith(begin))
                || (method.getName().equals("start")
                        && method.getRawParameterTypes().isEmpty()
                        && method.getOwner().isAssignableTo(LIFECYCLE));
    }

    /**
     * A method by its whole name.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    JavaCodeUnit method(String name) {
        int dot = name.lastIndexOf('.');
        return classes.get(name.substring(0, dot)).getMethods().stream()
                .filter(method -> method.getName().equals(name.substring(dot + 1)))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a method is one of those, or calls one of them, or something that does. */
    static boolean reaches(JavaCodeUnit from, Predicate<JavaCodeUnit> what) {
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
