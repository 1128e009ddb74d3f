package cn.dangjian.push.contract;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.method.HandlerMethod;

/** Says with which problems the door refuses, as {@code META-INF/doors.properties} has them from the bytecode. */
@Configuration(proxyBeanMethods = false)
class StreamContract {

    private static final String HOUSE = "cn.dangjian.";
    private static final String OTHERS = "Others";
    private static final List<String> TOKENS = List.of("401:token.missing", "401:token.invalid");
    private static final List<String> GENERAL =
            List.of("503:service.unavailable", "500:service.error", "406:media.not-acceptable", "400:request.invalid");

    private final Properties doors = read("META-INF/doors.properties");
    private final Properties chinese = read("problems.properties");
    private final Properties english = read("problems_en.properties");

    @Bean
    OperationCustomizer refusalsInTheDocument() {
        return this::refusals;
    }

    @Bean
    GlobalOpenApiCustomizer problemInTheDocument() {
        return document -> addProblem(document);
    }

    private void addProblem(OpenAPI document) {
        document.getComponents().addSchemas("Problem", problem()).addResponses(OTHERS, answer(GENERAL));
    }

    private Operation refusals(Operation operation, HandlerMethod door) {
        String name = door.getBeanType().getName().substring(HOUSE.length()) + "."
                + door.getMethod().getName();
        var statuses = new TreeMap<String, List<String>>();
        var words = new ArrayList<>(List.of(doors.getProperty(name, "").split(" ", -1)));
        words.addAll(TOKENS);
        // what every door may answer belongs to a status that is named for this one
        GENERAL.stream()
                .filter(word -> words.stream().anyMatch(named -> named.startsWith(word.substring(0, 4))))
                .forEach(words::add);
        words.stream().filter(word -> word.matches("\\d+:.*")).distinct().forEach(word -> statuses.computeIfAbsent(
                        word.substring(0, 3), any -> new ArrayList<>())
                .add(word));
        operation.getResponses().keySet().removeIf(status -> !status.startsWith("2"));
        statuses.forEach((status, each) -> operation.getResponses().addApiResponse(status, answer(each)));
        operation.getResponses().addApiResponse("default", new ApiResponse().$ref("#/components/responses/" + OTHERS));
        return operation;
    }

    /** @param words statuses and codes, {@code 429:stream.too-many} */
    private ApiResponse answer(List<String> words) {
        var codes = new StringSchema();
        words.forEach(word -> codes.addEnumItem(code(word)));
        var schema = new Schema<>()
                .allOf(List.of(
                        new Schema<>().$ref("#/components/schemas/Problem"),
                        new ObjectSchema().addProperty("code", codes)));
        var answer = new ApiResponse()
                .description(words.stream().map(this::line).collect(Collectors.joining("\n")))
                .content(new Content()
                        .addMediaType(
                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new MediaType().schema(schema).example(example(words.getFirst()))));
        if (words.getFirst().startsWith("503") || words.getFirst().startsWith("429")) {
            answer.addHeaderObject(
                    "Retry-After",
                    new Header()
                            .description("几秒后重试 / Try again after so many seconds")
                            .schema(new StringSchema()));
        }
        return answer;
    }

    private String line(String word) {
        String title = code(word) + ".title";
        return "- `%s`: %s / %s".formatted(code(word), chinese.getProperty(title), english.getProperty(title));
    }

    private Map<String, Object> example(String word) {
        var example = new LinkedHashMap<String, Object>();
        example.put("type", "urn:dangjian:problem:" + code(word));
        example.put("title", chinese.getProperty(code(word) + ".title"));
        example.put("status", Integer.valueOf(word.substring(0, 3)));
        example.put("code", code(word));
        return example;
    }

    private static String code(String word) {
        return word.substring(4);
    }

    private static Schema<?> problem() {
        var problem = new ObjectSchema();
        for (String text : List.of("type", "title", "detail", "instance", "code", "traceId"))
            problem.addProperty(text, new StringSchema());
        problem.addProperty("status", new IntegerSchema().format("int32"));
        problem.setRequired(List.of("type", "title", "status", "code"));
        return problem;
    }

    private static Properties read(String name) {
        var file = new Properties();
        try (var reader = new InputStreamReader(
                new ClassPathResource(name, StreamContract.class.getClassLoader()).getInputStream(),
                StandardCharsets.UTF_8)) {
            file.load(reader);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
