package cn.dangjian.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.FileSystemResource;
import org.springframework.validation.Validator;

/** Holds the files of {@code config-repo} against the types that a service binds them to. */
class SettingsCheck {

    private static final String OURS = "dangjian";

    /** A word in capitals without a default. */
    private static final Pattern REQUIRED = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)}");

    private final Path configRepo;
    private final String service;
    private final Map<String, Class<?>> types;
    private final @Nullable Validator validator;

    /** @param types what is bound to which prefix */
    SettingsCheck(Path configRepo, String service, Map<String, Class<?>> types, @Nullable Validator validator) {
        this.configRepo = configRepo;
        this.service = service;
        this.types = types;
        this.validator = validator;
    }

    /** The profiles that have a file, and the empty one. */
    Set<String> profiles() {
        try (Stream<Path> files = Files.list(configRepo)) {
            var profiles = new TreeSet<>(Set.of(""));
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("(application|" + service + ")-.*\\.yml"))
                    .forEach(name -> profiles.add(name.replaceFirst("^[a-z]*-(.*)\\.yml$", "$1")));
            return profiles;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Binds everything as the profile's files say.
     *
     * @return the names that were asked for
     * @throws org.springframework.boot.context.properties.bind.BindException if a value does not fit
     */
    Set<ConfigurationPropertyName> bind(String profile) {
        var sources = sources(profile);
        var binder = new Binder(
                ConfigurationPropertySources.from(sources), new PropertySourcesPlaceholdersResolver(sources));
        var asked = new HashSet<ConfigurationPropertyName>();
        types.forEach((prefix, type) -> {
            BindHandler handler = prefix.startsWith(OURS) ? new Asked(asked) : BindHandler.DEFAULT;
            if (prefix.startsWith(OURS) && validator != null) handler = new ValidationBindHandler(handler, validator);
            if (type.isRecord()) binder.bindOrCreate(prefix, Bindable.of(type), handler);
            else binder.bind(prefix, Bindable.of(type), handler);
        });
        return asked;
    }

    /** Keys under {@code dangjian} that nothing binds. */
    List<String> unbound() {
        var unbound = new ArrayList<String>();
        for (String profile : profiles()) {
            var asked = bind(profile);
            for (var source : files(profile)) {
                boolean shared = source.getName().contains("/application");
                for (String key : source.getPropertyNames()) {
                    var name = ConfigurationPropertyName.adapt(key, '.');
                    if (!key.startsWith(OURS + ".") || asked.contains(name)) continue;
                    // what starters bind is nothing to a service without them
                    if (!shared || isUnderAPrefix(name)) unbound.add(source.getName() + ": " + key);
                }
            }
        }
        return unbound.stream().distinct().toList();
    }

    /** Settings of the service's own records that no file names, or names without saying what they are. */
    List<String> unexplained(String ownPackage) {
        var own = SettingsFile.read(configRepo.resolve(service + ".yml"));
        var shared = SettingsFile.read(configRepo.resolve("application.yml"));
        var missing = new ArrayList<String>();
        types.forEach((prefix, type) -> {
            if (!type.isRecord() || !type.getName().startsWith(ownPackage)) return;
            for (String key : keys(prefix, type)) {
                var entry = own.find(key).or(() -> shared.find(key));
                if (entry.isEmpty()) missing.add(key + " stands in no file");
                else if (!isExplained(entry.get(), own, prefix)) missing.add(key + " has no comment above it");
            }
        });
        return missing;
    }

    /** A comment above a small group, such as a rate with its burst, is one for each of its keys. */
    private static boolean isExplained(SettingsFile.Entry entry, SettingsFile file, String prefix) {
        if (!entry.comment().isEmpty()) return true;
        String group = entry.key().substring(0, entry.key().lastIndexOf('.'));
        return group.length() > prefix.length()
                && file.find(group).filter(above -> !above.comment().isEmpty()).isPresent();
    }

    private boolean isUnderAPrefix(ConfigurationPropertyName name) {
        return types.keySet().stream()
                .filter(prefix -> prefix.startsWith(OURS))
                .anyMatch(prefix -> ConfigurationPropertyName.of(prefix).isAncestorOf(name));
    }

    private static List<String> keys(String prefix, Class<?> type) {
        var keys = new ArrayList<String>();
        for (RecordComponent component : type.getRecordComponents()) {
            String key = prefix + "." + kebab(component.getName());
            if (component.getType().isRecord()) keys.addAll(keys(key, component.getType()));
            else keys.add(key);
        }
        return keys;
    }

    static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    }

    private MutablePropertySources sources(String profile) {
        var sources = new MutablePropertySources();
        files(profile).forEach(sources::addLast);
        sources.addLast(new MapPropertySource("name", Map.of("spring.application.name", service)));
        sources.addLast(environment());
        return sources;
    }

    private Collection<EnumerablePropertySource<?>> files(String profile) {
        var files = new ArrayList<EnumerablePropertySource<?>>();
        if (!profile.isEmpty()) {
            files.addAll(file(service + "-" + profile + ".yml"));
            files.addAll(file("application-" + profile + ".yml"));
        }
        files.addAll(file(service + ".yml"));
        files.addAll(file("application.yml"));
        return files;
    }

    private List<EnumerablePropertySource<?>> file(String name) {
        var file = configRepo.resolve(name);
        if (!Files.exists(file)) return List.of();
        try {
            var loaded = new ArrayList<EnumerablePropertySource<?>>();
            for (var source :
                    new YamlPropertySourceLoader().load("config-repo/" + name, new FileSystemResource(file))) {
                if (source instanceof EnumerablePropertySource<?> listed) loaded.add(listed);
            }
            return loaded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Remembers every name that a type asks for. */
    private record Asked(Set<ConfigurationPropertyName> names) implements BindHandler {

        @Override
        public <T> Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
            names.add(ConfigurationPropertyName.adapt(name.toString(), '.'));
            return target;
        }
    }

    /** Something fitting for every word in capitals that only the environment knows. */
    private MapPropertySource environment() {
        var words = new HashMap<String, Object>();
        try (Stream<Path> files = Files.list(configRepo)) {
            for (var file : files.toList()) {
                var found = REQUIRED.matcher(Files.readString(file));
                while (found.find()) words.put(found.group(1), fitting(found.group(1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MapPropertySource("environment", words);
    }

    private static String fitting(String word) {
        if (word.endsWith("_PORT")) return "1";
        return word.endsWith("_URL") || word.endsWith("_ISSUER") ? "http://127.0.0.1:1" : "from-the-environment";
    }
}
