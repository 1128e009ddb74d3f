package cn.dangjian.testkit.doors;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What annotations of Spring say of classes and methods. */
final class DoorClasses {

    private static final String WEB = "Lorg/springframework/web/bind/annotation/";
    private static final String MAPPING = "Mapping;";
    private static final String HIDDEN = "Lio/swagger/v3/oas/annotations/Hidden;";

    private DoorClasses() {}

    static boolean isDoor(ClassModel type) {
        return has(type, WEB + "RestController;") && !has(type, HIDDEN);
    }

    static boolean isAdvice(ClassModel type) {
        return has(type, WEB + "RestControllerAdvice;") || has(type, WEB + "ControllerAdvice;");
    }

    /** {@code GET /v1/things}; empty if the method answers no requests. */
    static Optional<String> request(ClassModel type, MethodModel method) {
        return mapping(method)
                .map(mapping -> verb(mapping) + " "
                        + mapping(type).map(DoorClasses::path).orElse("") + path(mapping));
    }

    static List<Annotation> annotations(AttributedElement element) {
        return element.findAttribute(Attributes.runtimeVisibleAnnotations())
                .map(RuntimeVisibleAnnotationsAttribute::annotations)
                .orElse(List.of());
    }

    static boolean has(AttributedElement element, String annotation) {
        return annotations(element).stream().anyMatch(each -> each.className().equalsString(annotation));
    }

    /** The texts and types that an element of an annotation holds. */
    static Stream<String> values(Annotation annotation, String element) {
        return annotation.elements().stream()
                .filter(each -> each.name().equalsString(element))
                .map(AnnotationElement::value)
                .flatMap(DoorClasses::texts);
    }

    private static Optional<Annotation> mapping(AttributedElement element) {
        return annotations(element).stream()
                .filter(each -> each.className().stringValue().startsWith(WEB)
                        && each.className().stringValue().endsWith(MAPPING))
                .findFirst();
    }

    private static String verb(Annotation mapping) {
        String name = mapping.className().stringValue();
        String verb = name.substring(WEB.length(), name.length() - MAPPING.length());
        return verb.equals("Request")
                ? values(mapping, "method").findFirst().orElse("GET")
                : verb.toUpperCase(java.util.Locale.ROOT);
    }

    private static String path(Annotation mapping) {
        return Stream.concat(values(mapping, "value"), values(mapping, "path"))
                .findFirst()
                .orElse("");
    }

    private static Stream<String> texts(AnnotationValue value) {
        return switch (value) {
            case AnnotationValue.OfString text -> Stream.of(text.stringValue());
            case AnnotationValue.OfEnum constant ->
                Stream.of(constant.constantName().stringValue());
            case AnnotationValue.OfClass type -> Stream.of(type.className().stringValue());
            case AnnotationValue.OfArray array -> array.values().stream().flatMap(DoorClasses::texts);
            default -> Stream.empty();
        };
    }
}
