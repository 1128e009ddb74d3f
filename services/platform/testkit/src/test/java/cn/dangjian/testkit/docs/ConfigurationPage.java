package cn.dangjian.testkit.docs;

import cn.dangjian.testkit.Repository;
import cn.dangjian.testkit.SettingsFile;
import cn.dangjian.testkit.docs.JavaSource.Component;
import cn.dangjian.testkit.docs.JavaSource.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every key of ours that an operator may set. */
final class ConfigurationPage {

    /** Also those that a service holds as a part of its own. */
    private static final Map<String, Type> OF_THE_PLATFORM = records(Module.platform().stream()
            .flatMap(module -> JavaSource.types(module.sources("record ")).stream())
            .toList());

    private final SettingsFile shared = SettingsFile.read(Repository.root().resolve("config-repo/application.yml"));

    private record Setting(String key, String type, String preset, String said) {}

    String text() {
        var page = new StringBuilder("""
            # Configuration (配置)

            <!-- Made from the sources by deploy/docs; do not edit. -->

            Every key under `dangjian.`, from the records that bind them (`@ConfigurationProperties`) and the files in
            `config-repo/`: `application.yml` for all services, `<service>.yml` for one, `application-<profile>.yml` and
            `<service>-<profile>.yml` for a way to run the house (`local`, `compose`, `kubernetes`). The more special file
            wins. Keys of Spring Boot that the house sets stand in the same files, each with its comment. Words in
            `${CAPITALS}` come from the environment; secrets have no default. Durations are written `200ms`, `5s`, `2m`,
            `7d`; sizes `900KB`, `1MB`. Settings are read once, at start.

            Where the column *set* is empty, the default holds.

            ## All services

            What the starters bind, for each service that uses them.
            """);
        table(
                page,
                Module.platform().stream()
                        .flatMap(module -> settings(module).stream())
                        .toList(),
                null);
        for (var service : Module.services()) {
            var settings = settings(service);
            var file = service.settingsFile();
            if (settings.isEmpty() || file.isEmpty()) continue;
            page.append("\n## ")
                    .append(service.name())
                    .append("\n\n")
                    .append(service.description())
                    .append(".\n");
            table(page, settings, file.get());
        }
        return page.toString();
    }

    /** Keys of ours in a file of config-repo that this page does not explain. */
    List<String> unknown() {
        var known = new ArrayList<String>();
        Module.platform().forEach(module -> settings(module).forEach(setting -> known.add(setting.key())));
        Module.services().forEach(module -> settings(module).forEach(setting -> known.add(setting.key())));
        return shared.entries().stream()
                .map(SettingsFile.Entry::key)
                .filter(key -> key.startsWith("dangjian."))
                .filter(key -> known.stream().noneMatch(name -> fits(name, key)))
                .toList();
    }

    /** Whether a key of a file is the named one, lies above it, or is an entry of its map. */
    private static boolean fits(String name, String key) {
        return name.equals(key) || name.startsWith(key + ".") || key.matches(pattern(name));
    }

    private static String pattern(String name) {
        return name.replace(".", "\\.").replace("*", "[^.]+") + "(\\..*)?|"
                + name.replaceFirst("\\.\\*.*", "").replace(".", "\\.") + "\\.[^.]+";
    }

    private void table(StringBuilder page, List<Setting> settings, SettingsFile file) {
        page.append("\n| key | type | default | set | what it is |\n|---|---|---|---|---|\n");
        for (var setting : settings) {
            var entry = file == null ? shared.find(setting.key()) : file.find(setting.key());
            String set = entry.map(SettingsFile.Entry::value).orElse("");
            String said = setting.said().isEmpty()
                    ? entry.map(SettingsFile.Entry::comment).orElse("")
                    : setting.said();
            page.append("| ")
                    .append(List.of(
                                    code(setting.key()),
                                    code(setting.type()),
                                    code(setting.preset()),
                                    set.equals(setting.preset()) ? "" : code(set),
                                    said.replace("|", "\\|"))
                            .stream()
                            .collect(Collectors.joining(" | ")))
                    .append(" |\n");
        }
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text.replace("|", "\\|") + "`";
    }

    private static List<Setting> settings(Module module) {
        var types = JavaSource.types(module.sources("record "));
        var records = new HashMap<>(OF_THE_PLATFORM);
        records.putAll(records(types));
        var byPrefix = new TreeMap<String, Type>();
        for (var type : types) {
            type.annotation("ConfigurationProperties")
                    .ifPresent(annotation -> annotation.value().forEach(prefix -> byPrefix.put(prefix, type)));
        }
        var settings = new ArrayList<Setting>();
        byPrefix.forEach((prefix, type) -> add(settings, prefix, type, records));
        return settings;
    }

    private static Map<String, Type> records(List<Type> types) {
        return types.stream()
                .filter(type -> !type.components().isEmpty())
                .collect(Collectors.toMap(Type::name, Function.identity(), (first, second) -> first));
    }

    private static void add(List<Setting> settings, String prefix, Type type, Map<String, Type> records) {
        for (var component : type.components()) {
            String key = prefix + "." + kebab(component.name());
            String said = type.parameters().getOrDefault(component.name(), "");
            var inner = records.get(component.type());
            String value = component.type().replaceFirst("^Map<String, ?(.*)>$", "$1");
            var inMap = value.equals(component.type()) ? null : records.get(value);
            if (inner != null) add(settings, key, inner, records);
            else if (inMap != null) add(settings, key + ".*", inMap, records);
            else settings.add(new Setting(key, shown(component), preset(component), said));
        }
    }

    private static String shown(Component component) {
        return component.type().replaceFirst("^java\\.[a-z.]*", "");
    }

    private static String preset(Component component) {
        return component.annotations().stream()
                .filter(annotation -> annotation.name().equals("DefaultValue"))
                .map(annotation -> String.join(", ", annotation.value()))
                .findFirst()
                .orElse("");
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
