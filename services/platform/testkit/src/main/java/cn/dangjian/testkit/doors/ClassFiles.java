package cn.dangjian.testkit.doors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The classes of the house on the class path, by their internal names, and who extends or implements whom. */
final class ClassFiles {

    private static final String HOUSE = "cn/dangjian";
    private static final String TESTKIT = HOUSE + "/testkit/";

    private final Map<String, ClassModel> models = new TreeMap<>();
    private final Map<String, List<String>> subtypes = new HashMap<>();

    /** @param tests whether classes of tests belong to it */
    static ClassFiles ofClassPath(boolean tests) {
        var files = new ClassFiles();
        try {
            for (URL place : Collections.list(ClassFiles.class.getClassLoader().getResources(HOUSE))) {
                if (tests || !place.getPath().contains("/test-classes/")) files.read(place.toURI());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return files;
    }

    private void read(URI place) throws IOException {
        if (!place.getScheme().equals("jar")) {
            read(Path.of(place));
            return;
        }
        try (var jar = FileSystems.newFileSystem(place, Map.of())) {
            read(jar.getPath(HOUSE));
        } catch (FileSystemAlreadyExistsException e) {
            read(Path.of(place));
        }
    }

    private void read(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file :
                    all.filter(each -> each.toString().endsWith(".class")).toList()) {
                add(ClassFile.of().parse(Files.readAllBytes(file)));
            }
        }
    }

    private void add(ClassModel model) {
        String name = model.thisClass().asInternalName();
        if (name.startsWith(TESTKIT) || models.putIfAbsent(name, model) != null) return;
        parents(model).forEach(parent -> subtypes.computeIfAbsent(parent, any -> new ArrayList<>())
                .add(name));
    }

    private static List<String> parents(ClassModel model) {
        var parents = new ArrayList<String>();
        model.superclass().ifPresent(parent -> parents.add(parent.asInternalName()));
        model.interfaces().forEach(each -> parents.add(each.asInternalName()));
        return parents;
    }

    Collection<ClassModel> all() {
        return models.values();
    }

    Optional<ClassModel> find(String name) {
        return Optional.ofNullable(models.get(name));
    }

    boolean isA(String name, String type) {
        if (name.equals(type)) return true;
        return find(name).stream().flatMap(model -> parents(model).stream()).anyMatch(parent -> isA(parent, type));
    }

    /** The methods that a call may end in: the one that is declared at or above the type, and those that override it. */
    Set<MethodModel> targets(String owner, String name, String descriptor) {
        var targets = new LinkedHashSet<MethodModel>();
        declared(owner, name, descriptor).ifPresent(targets::add);
        if (!name.equals("<init>")) overriding(owner, name, descriptor, targets);
        return targets;
    }

    private Optional<MethodModel> declared(String owner, String name, String descriptor) {
        var model = models.get(owner);
        if (model == null) return Optional.empty();
        return own(model, name, descriptor).or(() -> parents(model).stream()
                .flatMap(parent -> declared(parent, name, descriptor).stream())
                .findFirst());
    }

    private void overriding(String owner, String name, String descriptor, Set<MethodModel> into) {
        for (String below : subtypes.getOrDefault(owner, List.of())) {
            find(below).flatMap(model -> own(model, name, descriptor)).ifPresent(into::add);
            overriding(below, name, descriptor, into);
        }
    }

    private static Optional<MethodModel> own(ClassModel model, String name, String descriptor) {
        return model.methods().stream()
                .filter(method -> method.methodName().equalsString(name)
                        && method.methodType().equalsString(descriptor))
                .findFirst();
    }
}
