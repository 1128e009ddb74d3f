package cn.dangjian.testkit.doors;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Methods of the house that frameworks call on the way to a door and back, which no call in its bytecode shows. */
final class Entrances {

    private static final String RESOLVER = "org/springframework/web/method/support/HandlerMethodArgumentResolver";
    private static final String WEB = "Lorg/springframework/web/bind/annotation/";
    private static final String ADVICE = "Lorg/aspectj/lang/annotation/";
    private static final Pattern ANNOTATED = Pattern.compile("@annotation\\(([\\w.]+)\\)");
    private static final Pattern TYPE = Pattern.compile("L(cn/dangjian/[\\w/$]+)");

    private final ClassFiles classes;
    /** By the type of a parameter, who makes it. */
    private final Map<String, List<MethodModel>> resolvers = new HashMap<>();
    /** By the name of an annotation, who goes around what has it. */
    private final Map<String, List<MethodModel>> aspects = new HashMap<>();
    /** By the name of an exception, who answers for it. */
    private final Map<String, List<MethodModel>> handlers = new HashMap<>();

    Entrances(ClassFiles classes) {
        this.classes = classes;
        for (var type : classes.all()) {
            if (classes.isA(type.thisClass().asInternalName(), RESOLVER)) addResolver(type);
            if (DoorClasses.has(type, ADVICE + "Aspect;")) type.methods().forEach(this::addAspect);
            if (DoorClasses.isAdvice(type)) type.methods().forEach(this::addHandler);
        }
    }

    /** What is called before a door is. */
    Set<MethodModel> of(MethodModel door) {
        var entrances = new LinkedHashSet<MethodModel>();
        for (var parameter : door.methodTypeSymbol().parameterList()) {
            entrances.addAll(resolvers.getOrDefault(parameter.descriptorString(), List.of()));
        }
        for (var annotation : DoorClasses.annotations(door)) {
            entrances.addAll(aspects.getOrDefault(annotation.className().stringValue(), List.of()));
        }
        bodies(door).forEach(type -> entrances.addAll(reading(type, new HashSet<>())));
        return entrances;
    }

    /** What answers when a method makes this exception. */
    List<MethodModel> of(String made) {
        if (handlers.containsKey(made)) return handlers.getOrDefault(made, List.of());
        if (!made.endsWith("Exception")) return List.of();
        try {
            var parent = Class.forName(made.replace('/', '.'), false, Entrances.class.getClassLoader())
                    .getSuperclass();
            boolean special = parent != null && parent != RuntimeException.class && parent != Exception.class;
            return special ? of(parent.getName().replace('.', '/')) : List.of();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private void addResolver(ClassModel type) {
        var resolve = type.methods().stream()
                .filter(method -> method.methodName().equalsString("resolveArgument"))
                .toList();
        type.methods().stream()
                .filter(method -> method.methodName().equalsString("supportsParameter"))
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .forEach(element -> {
                    if (element instanceof ConstantInstruction constant
                            && constant.constantValue() instanceof ClassDesc supported)
                        resolvers.put(supported.descriptorString(), resolve);
                });
    }

    private void addAspect(MethodModel method) {
        for (var annotation : DoorClasses.annotations(method)) {
            if (!annotation.className().stringValue().startsWith(ADVICE)) continue;
            DoorClasses.values(annotation, "value")
                    .forEach(pointcut -> ANNOTATED.matcher(pointcut).results().forEach(found -> aspects.computeIfAbsent(
                                    "L" + found.group(1).replace('.', '/') + ";", any -> new ArrayList<>())
                            .add(method)));
        }
    }

    private void addHandler(MethodModel method) {
        for (var annotation : DoorClasses.annotations(method)) {
            if (!annotation.className().equalsString(WEB + "ExceptionHandler;")) continue;
            var named = Stream.concat(
                            DoorClasses.values(annotation, "value"), DoorClasses.values(annotation, "exception"))
                    .toList();
            var types = named.isEmpty()
                    ? List.of(method.methodTypeSymbol().parameterType(0).descriptorString())
                    : named;
            types.forEach(
                    type -> handlers.computeIfAbsent(type.substring(1, type.length() - 1), any -> new ArrayList<>())
                            .add(method));
        }
    }

    private static List<String> bodies(MethodModel door) {
        var bodies = new ArrayList<String>();
        door.findAttribute(Attributes.runtimeVisibleParameterAnnotations()).ifPresent(all -> {
            var parameters = all.parameterAnnotations();
            for (int i = 0; i < parameters.size(); i++) {
                boolean body = parameters.get(i).stream()
                        .anyMatch(each -> each.className().equalsString(WEB + "RequestBody;"));
                String type = door.methodTypeSymbol().parameterType(i).descriptorString();
                if (body && type.startsWith("L")) bodies.add(type.substring(1, type.length() - 1));
            }
        });
        return bodies;
    }

    /** The constructors and makers of what is read from JSON. */
    private List<MethodModel> reading(String name, Set<String> seen) {
        var found = classes.find(name);
        if (found.isEmpty() || !seen.add(name)) return List.of();
        var makers = new ArrayList<MethodModel>();
        found.get().methods().stream()
                .filter(method -> method.methodName().equalsString("<init>")
                        || DoorClasses.has(method, "Lcom/fasterxml/jackson/annotation/JsonCreator;"))
                .forEach(makers::add);
        found.get().findAttribute(Attributes.record()).ifPresent(record -> record.components()
                .forEach(component -> {
                    String type = component
                            .findAttribute(Attributes.signature())
                            .map(signature -> signature.signature().stringValue())
                            .orElse(component.descriptor().stringValue());
                    TYPE.matcher(type).results().forEach(part -> makers.addAll(reading(part.group(1), seen)));
                }));
        return makers;
    }
}
