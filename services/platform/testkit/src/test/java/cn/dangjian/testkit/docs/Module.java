package cn.dangjian.testkit.docs;

import cn.dangjian.testkit.Repository;
import cn.dangjian.testkit.SettingsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder with sources: a service, the gateway, or a part of the platform.
 *
 * @param name the folder's word
 */
record Module(String name, Path folder) {

    private static final Pattern DESCRIPTION = Pattern.compile("<description>(.*?)</description>");
    private static final Pattern ADDRESS = Pattern.compile("\\$\\{([A-Z]+)_URL}");
    private static final Pattern PORT = Pattern.compile("\\$\\{SERVER_PORT:(\\d+)}");

    /** The services, in the order of their ports, and the gateway before them. */
    static List<Module> services() {
        var services = folders(Repository.root().resolve("services"));
        var gateway = new Module("gateway", Repository.root().resolve("gateway"));
        return Stream.concat(Stream.of(gateway), services.stream().filter(module -> !module.name.equals("config")))
                .sorted(java.util.Comparator.comparing(Module::port))
                .toList();
    }

    static List<Module> platform() {
        return folders(Repository.root().resolve("services/platform"));
    }

    String description() {
        var found = DESCRIPTION.matcher(pom());
        return found.find() ? found.group(1) : "";
    }

    /** The port on one machine. */
    String port() {
        var found = PORT.matcher(settings());
        return found.find() ? found.group(1) : "";
    }

    boolean uses(String platform) {
        return pom().contains("<artifactId>" + platform + "</artifactId>");
    }

    /** The services that this one calls over HTTP: those whose addresses are in its settings. */
    List<String> calls() {
        return ADDRESS.matcher(settings())
                .results()
                .map(found -> found.group(1).toLowerCase(java.util.Locale.ROOT))
                .distinct()
                .toList();
    }

    /** The entries of its own file in config-repo. */
    Optional<SettingsFile> settingsFile() {
        return Files.exists(settingsPath()) ? Optional.of(SettingsFile.read(settingsPath())) : Optional.empty();
    }

    /** Its Java files that hold this word. */
    List<Path> sources(String word) {
        return files(folder.resolve("src/main/java"), ".java").stream()
                .filter(file -> read(file).contains(word))
                .toList();
    }

    List<Path> schemas() {
        return files(folder.resolve("contracts/events"), ".schema.json");
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String settings() {
        return Files.exists(settingsPath()) ? read(settingsPath()) : "";
    }

    private Path settingsPath() {
        return Repository.root().resolve("config-repo").resolve(name + ".yml");
    }

    private String pom() {
        return read(folder.resolve("pom.xml"));
    }

    private static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) return List.of();
        try (var all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Module> folders(Path parent) {
        try (var all = Files.list(parent)) {
            return all.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .map(folder -> new Module(folder.getFileName().toString(), folder))
                    .sorted(java.util.Comparator.comparing(Module::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
