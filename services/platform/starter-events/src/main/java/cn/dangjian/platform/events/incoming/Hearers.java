package cn.dangjian.platform.events.incoming;

import cn.dangjian.platform.events.Hears;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** All listeners of the service: every bean with a method that {@link Hears}. */
public class Hearers implements BeanPostProcessor {

    private static final JsonMapper LENIENT = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final List<Hearer> all = new ArrayList<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        var type = AopUtils.getTargetClass(bean);
        if (!type.getName().startsWith("cn.dangjian.")) return bean;
        Set<Method> methods = MethodIntrospector.selectMethods(
                type, (Method method) -> AnnotatedElementUtils.hasAnnotation(method, Hears.class));
        if (!methods.isEmpty()) all.add(new Hearer(type.getSimpleName(), bean, List.copyOf(methods), LENIENT));
        return bean;
    }

    /** The topics that somebody here listens to; a topic is named after its service. */
    public Set<String> topics() {
        return all.stream()
                .flatMap(hearer -> hearer.types().stream())
                .map(Hearers::topic)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<Hearer> of(String topic) {
        return all.stream()
                .filter(hearer ->
                        hearer.types().stream().anyMatch(type -> topic(type).equals(topic)))
                .toList();
    }

    Optional<Hearer> named(String name) {
        return all.stream().filter(hearer -> hearer.name().equals(name)).findFirst();
    }

    static JsonMapper json() {
        return LENIENT;
    }

    private static String topic(String type) {
        return type.substring(0, type.indexOf('.'));
    }
}
