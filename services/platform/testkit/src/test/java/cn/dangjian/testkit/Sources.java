package cn.dangjian.testkit;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The files of the repository that people write. */
final class Sources {

    private static final Set<String> MADE = Set.of("target", "data", "node_modules");

    private Sources() {}

    /** All files whose name fits, in order; nothing that a build or a running house has made. */
    static List<Path> named(Predicate<String> name) throws IOException {
        var root = Repository.root();
        var found = new ArrayList<Path>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String called = folder.getFileName().toString();
                boolean hidden = called.startsWith(".") && !folder.equals(root);
                return hidden || MADE.contains(called) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (name.test(file.getFileName().toString())) found.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(null);
        return found;
    }
}
