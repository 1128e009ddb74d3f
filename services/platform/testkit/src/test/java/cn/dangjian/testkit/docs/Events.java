package cn.dangjian.testkit.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Who announces what, and who hears it, as schemas and sources say. */
final class Events {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * An event.
     *
     * @param key the pattern of its key
     * @param file its schema, from the root of the repository
     */
    record Fact(String type, String service, String said, String key, String file, List<Ear> ears) {}

    /** A listener and what it demands of the order. */
    record Ear(String service, String type, String listener, String order) {}

    /** All events, by producer and name. */
    static List<Fact> all() {
        var ears = ears();
        var facts = new ArrayList<Fact>();
        for (var module : Module.services()) {
            for (Path schema : module.schemas()) {
                var json = JSON.readTree(Module.read(schema));
                String fact = schema.getFileName().toString().replace(".schema.json", "");
                String type = module.name() + "." + fact;
                String title = json.path("title").asString();
                String said = json.path("description").asString().replace("\n", " ");
                facts.add(new Fact(
                        type,
                        module.name(),
                        title.equals(type) ? said : title + ". " + said,
                        json.at("/properties/key/pattern").asString().replaceAll("[\\^$]", ""),
                        "services/" + module.name() + "/contracts/events/" + schema.getFileName(),
                        ears.stream().filter(ear -> ear.type().equals(type)).toList()));
            }
        }
        return facts;
    }

    /** All listeners of all services; a starter's listener is one of every service that uses it. */
    static List<Ear> ears() {
        var ears = new ArrayList<Ear>();
        var starters = new LinkedHashMap<String, List<Ear>>();
        Module.platform().forEach(starter -> starters.put(starter.name(), ears(starter)));
        for (var service : Module.services()) {
            ears.addAll(ears(service));
            starters.forEach((starter, heard) -> {
                if (!service.uses(starter)) return;
                heard.stream()
                        .filter(ear -> !isAnnouncedBy(service, ear))
                        .forEach(ear -> ears.add(new Ear(service.name(), ear.type(), ear.listener(), ear.order())));
            });
        }
        return ears;
    }

    /** A service has its own rows, and needs no starter's memory of them. */
    private static boolean isAnnouncedBy(Module service, Ear ear) {
        return ear.type().startsWith(service.name() + ".");
    }

    private static List<Ear> ears(Module sources) {
        var found = new ArrayList<Ear>();
        for (var type : JavaSource.types(sources.sources("@Hears"))) {
            for (var method : type.methods()) {
                for (var annotation : method.annotations()) {
                    if (!annotation.name().equals("Hears")) continue;
                    String order = annotation
                            .values()
                            .getOrDefault("order", List.of("Order.ANY"))
                            .getFirst()
                            .replaceFirst(".*\\.", "");
                    annotation.value().forEach(heard -> found.add(new Ear(sources.name(), heard, type.name(), order)));
                }
            }
        }
        return found;
    }

    private Events() {}
}
