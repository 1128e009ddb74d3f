package cn.dangjian.platform.events.incoming;

import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.ResolvableType;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One listener: a bean with methods that hear some types of events. */
public class Hearer {

    private final String name;
    private final Object bean;
    private final Order order;
    private final Map<String, Ear> ears = new HashMap<>();
    private final JsonMapper json;

    Hearer(String name, Object bean, List<Method> methods, JsonMapper json) {
        this.name = name;
        this.bean = bean;
        this.json = json;
        for (Method method : methods) {
            var hears = method.getAnnotation(Hears.class);
            for (String type : hears.value()) {
                if (ears.put(type, Ear.of(method, json)) != null)
                    throw new IllegalStateException(name + " hears " + type + " twice");
            }
        }
        var orders = methods.stream()
                .map(method -> method.getAnnotation(Hears.class).order())
                .distinct()
                .toList();
        if (orders.size() != 1) throw new IllegalStateException("The methods of " + name + " ask for different orders");
        this.order = orders.getFirst();
    }

    private record Ear(Method method, boolean batch, JavaType data) {

        static Ear of(Method method, JsonMapper json) {
            if (method.getParameterCount() != 1) throw new IllegalStateException("One parameter expected: " + method);
            var parameter = ResolvableType.forMethodParameter(method, 0);
            boolean batch = parameter.resolve() == List.class;
            var event = batch ? parameter.getGeneric(0) : parameter;
            if (event.resolve() != Event.class) throw new IllegalStateException("An Event expected: " + method);
            method.setAccessible(true);
            return new Ear(method, batch, json.constructType(event.getGeneric(0).getType()));
        }
    }

    String name() {
        return name;
    }

    Order order() {
        return order;
    }

    Set<String> types() {
        return ears.keySet();
    }

    boolean hears(String type) {
        return ears.containsKey(type);
    }

    /** Calls the methods in the order of the events; a batch method gets the longest run that it hears. */
    void call(List<Event<JsonNode>> events) {
        int from = 0;
        while (from < events.size()) {
            var ear = ear(events.get(from));
            int to = from + 1;
            while (ear.batch()
                    && to < events.size()
                    && ear(events.get(to)).method().equals(ear.method())) to++;
            invoke(ear, events.subList(from, to));
            from = to;
        }
    }

    private Ear ear(Event<JsonNode> event) {
        var ear = ears.get(event.type());
        if (ear == null) throw new IllegalArgumentException(name + " does not hear " + event.type());
        return ear;
    }

    private void invoke(Ear ear, List<Event<JsonNode>> run) {
        var events = new ArrayList<Event<?>>(run.size());
        for (var event : run) events.add(event.with(json.treeToValue(event.data(), ear.data())));
        try {
            ear.method().invoke(bean, ear.batch() ? events : events.getFirst());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            if (e.getCause() instanceof Error cause) throw cause;
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
