package cn.dangjian.testkit.doors;

import cn.dangjian.testkit.doors.Deeds.Call;
import cn.dangjian.testkit.doors.Deeds.Constant;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads how doors may answer: from a door's method it follows every call into classes of the house, the ways by which its
 * parameters are made, the aspects around it, and the advice that turns exceptions into problems. It may find a refusal
 * that cannot happen, since it does not weigh conditions; it does not miss one that is a constant of an enum.
 */
public final class DoorReader {

    private static final int PREFIX = "cn/dangjian/".length();
    private static final String STEP = "cn/dangjian/platform/cases/CaseStep";

    private final ClassFiles classes;
    private final Entrances entrances;
    private final Codes codes;
    private final Map<MethodModel, Deeds> deeds = new HashMap<>();

    private DoorReader(ClassFiles classes) {
        this.classes = classes;
        this.entrances = new Entrances(classes);
        this.codes = new Codes(classes);
    }

    /**
     * The doors of a service: those on the class path that lie below its package, and those that starters bring.
     *
     * @param tests whether doors of tests belong to it
     */
    public static List<Door> doors(String below, boolean tests) {
        var reader = new DoorReader(ClassFiles.ofClassPath(tests));
        var prefixes = tests ? List.of(below) : List.of(below, "cn.dangjian.platform");
        return reader.classes.all().stream()
                .filter(type -> isBelow(type, prefixes) && DoorClasses.isDoor(type))
                .flatMap(type -> type.methods().stream()
                        .filter(method -> DoorClasses.request(type, method).isPresent())
                        .map(method -> reader.door(type, method)))
                .sorted(Comparator.comparing(Door::name))
                .toList();
    }

    private static boolean isBelow(ClassModel type, List<String> packages) {
        return packages.stream()
                .anyMatch(each -> type.thisClass().asInternalName().startsWith(each.replace('.', '/') + "/"));
    }

    private Door door(ClassModel type, MethodModel method) {
        String owner = type.thisClass().asInternalName();
        var answers = new TreeSet<String>();
        var seen = new LinkedHashSet<MethodModel>();
        var waiting = new ArrayDeque<MethodModel>(entrances.of(method));
        waiting.add(method);
        while (!waiting.isEmpty()) {
            var next = waiting.poll();
            if (!seen.add(next)) continue;
            var found = deeds.computeIfAbsent(next, Deeds::of);
            answers.addAll(codes.of(found));
            if (isOf(next, owner)) addOwn(found, answers);
            for (Call call : found.calls) waiting.addAll(classes.targets(call.owner(), call.name(), call.descriptor()));
            for (String made : found.made) waiting.addAll(entrances.of(made));
            for (Constant constant : found.constants) waiting.addAll(kind(constant));
        }
        String name = owner.substring(PREFIX).replace('/', '.') + "."
                + method.methodName().stringValue();
        return new Door(name, DoorClasses.request(type, method).orElseThrow(), answers);
    }

    /** With what the steps of a kind of case are refused is said where their enum is made. */
    private List<MethodModel> kind(Constant constant) {
        if (!classes.isA(constant.type(), STEP)) return List.of();
        return classes.find(constant.type()).stream()
                .flatMap(type -> type.methods().stream())
                .filter(method -> method.methodName().equalsString("<clinit>"))
                .toList();
    }

    /** Answers that are no refusals are given by the door itself. */
    private static void addOwn(Deeds found, Set<String> answers) {
        for (String name : found.statuses) {
            int status = Statuses.number(name);
            if (status / 100 == 2) answers.add(String.valueOf(status));
        }
        answers.addAll(found.headers);
    }

    private static boolean isOf(MethodModel method, String owner) {
        return method.parent()
                .map(ClassModel::thisClass)
                .filter(type -> type.asInternalName().equals(owner))
                .isPresent();
    }
}
