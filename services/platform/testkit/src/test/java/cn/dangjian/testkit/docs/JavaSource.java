package cn.dangjian.testkit.docs;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Java sources as the compiler's parser sees them: no class path, nothing is compiled. */
final class JavaSource {

    private static final Pattern PARAMETER = Pattern.compile("@param\\s+(\\w+)\\s+([^@]*+(?:@(?!param)[^@]*+)*)");

    private JavaSource() {}

    /**
     * A type.
     *
     * @param parameters what its Javadoc says of each parameter
     */
    record Type(
            String name,
            List<Annotation> annotations,
            List<Component> components,
            List<Method> methods,
            Map<String, String> parameters) {

        Optional<Annotation> annotation(String simpleName) {
            return annotations.stream()
                    .filter(each -> each.name().equals(simpleName))
                    .findFirst();
        }
    }

    record Component(String name, String type, List<Annotation> annotations) {}

    record Method(String name, List<Annotation> annotations) {}

    /** @param values texts by name; {@code value} where no name stands */
    record Annotation(String name, Map<String, List<String>> values) {

        List<String> value() {
            return values.getOrDefault("value", List.of());
        }
    }

    /** All types of the files, nested ones too. */
    static List<Type> types(Collection<Path> files) {
        if (files.isEmpty()) return List.of();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            var trees = DocTrees.instance(task);
            var types = new ArrayList<Type>();
            for (CompilationUnitTree unit : task.parse()) {
                new TreePathScanner<@Nullable Void, @Nullable Void>() {
                    @Override
                    public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
                        types.add(type(tree, trees.getDocComment(getCurrentPath())));
                        return super.visitClass(tree, nothing);
                    }
                }.scan(new TreePath(unit), null);
            }
            return types;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Type type(ClassTree tree, @Nullable String comment) {
        var components = new ArrayList<Component>();
        var methods = new ArrayList<Method>();
        for (Tree member : tree.getMembers()) {
            if (member instanceof VariableTree variable && tree.getKind() == Tree.Kind.RECORD && !isStatic(variable)) {
                components.add(new Component(
                        variable.getName().toString(),
                        plain(variable.getType()),
                        annotations(variable.getModifiers().getAnnotations())));
            } else if (member instanceof MethodTree method) {
                methods.add(new Method(
                        method.getName().toString(),
                        annotations(method.getModifiers().getAnnotations())));
            }
        }
        return new Type(
                tree.getSimpleName().toString(),
                annotations(tree.getModifiers().getAnnotations()),
                components,
                methods,
                parameters(comment));
    }

    private static boolean isStatic(VariableTree variable) {
        return variable.getModifiers().getFlags().contains(javax.lang.model.element.Modifier.STATIC);
    }

    /** A type without its annotations. */
    private static String plain(Tree type) {
        return type.toString().replaceAll("@[\\w.]+(\\([^)]*\\))? ?", "");
    }

    private static List<Annotation> annotations(List<? extends AnnotationTree> trees) {
        return trees.stream().map(JavaSource::annotation).toList();
    }

    private static Annotation annotation(AnnotationTree tree) {
        var values = new LinkedHashMap<String, List<String>>();
        for (ExpressionTree argument : tree.getArguments()) {
            if (argument instanceof AssignmentTree named) {
                values.put(named.getVariable().toString(), texts(named.getExpression()));
            } else {
                values.put("value", texts(argument));
            }
        }
        return new Annotation(tree.getAnnotationType().toString(), values);
    }

    private static List<String> texts(ExpressionTree expression) {
        return switch (expression) {
            case NewArrayTree array ->
                array.getInitializers().stream()
                        .flatMap(each -> texts(each).stream())
                        .toList();
            case LiteralTree literal -> List.of(String.valueOf(literal.getValue()));
            default -> List.of(expression.toString());
        };
    }

    private static Map<String, String> parameters(@Nullable String comment) {
        if (comment == null) return Map.of();
        return PARAMETER
                .matcher(comment)
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)
                        .replaceAll("\\s+", " ")
                        .replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
                        .strip()));
    }
}
