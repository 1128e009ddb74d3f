package cn.dangjian.platform.web.contract;

import cn.dangjian.platform.web.idempotency.IdempotencyRefusal;
import cn.dangjian.platform.web.problem.DoorRefusal;
import cn.dangjian.platform.web.problem.ProblemTexts;
import cn.dangjian.platform.web.problem.Refusal;
import cn.dangjian.platform.web.problem.Refusal.Reason;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** How problems stand in the document: one schema for all, and for each status of a door which codes it may have. */
class ProblemAnswers {

    /** What every door that is not open refuses with. */
    static final List<Reason> TOKENS =
            reasons(DoorRefusal.TOKEN_MISSING, DoorRefusal.TOKEN_INVALID, DoorRefusal.TOKEN_SUPERSEDED);

    /** What every door may answer besides. */
    static final String OTHERS = "#/components/responses/Others";

    private static final List<Reason> GENERAL = reasons(
            DoorRefusal.UNAVAILABLE,
            DoorRefusal.BUSY,
            DoorRefusal.BROKEN,
            DoorRefusal.NOT_ACCEPTED,
            DoorRefusal.BAD,
            DoorRefusal.DENIED);

    private static final String PROBLEM = "Problem";

    private final ProblemTexts texts;

    ProblemAnswers(ProblemTexts texts) {
        this.texts = texts;
    }

    private static List<Reason> reasons(Refusal... refusals) {
        return Stream.of(refusals).map(Refusal::reason).toList();
    }

    /** @param own of one status; what every door may answer with it is added */
    ApiResponse of(List<Reason> own) {
        var status = own.getFirst().status();
        var reasons = Stream.concat(own.stream(), GENERAL.stream().filter(reason -> reason.status() == status))
                .distinct()
                .toList();
        var response = answer(reasons);
        boolean later = status == HttpStatus.SERVICE_UNAVAILABLE
                || status == HttpStatus.TOO_MANY_REQUESTS
                || reasons.stream().anyMatch(IdempotencyRefusal.RUNNING.reason()::equals);
        if (later) {
            response.addHeaderObject(
                    HttpHeaders.RETRY_AFTER, Successes.header("几秒后重试 / Try again after so many seconds", "1", false));
        }
        if (status == HttpStatus.UNAUTHORIZED) {
            response.addHeaderObject(HttpHeaders.WWW_AUTHENTICATE, Successes.header("Bearer", "Bearer", true));
        }
        return response;
    }

    void addTo(OpenAPI document) {
        document.getComponents().addSchemas(PROBLEM, schema()).addResponses("Others", answer(GENERAL));
    }

    private ApiResponse answer(List<Reason> reasons) {
        var codes = new StringSchema();
        reasons.forEach(reason -> codes.addEnumItem(reason.code()));
        var schema = new Schema<>()
                .allOf(List.of(
                        new Schema<>().$ref("#/components/schemas/" + PROBLEM),
                        new ObjectSchema().addProperty("code", codes)));
        return new ApiResponse()
                .description(reasons.stream().map(this::line).collect(Collectors.joining("\n")))
                .content(new Content()
                        .addMediaType(
                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new MediaType().schema(schema).example(example(reasons.getFirst()))));
    }

    private String line(Reason reason) {
        return "- `%s`: %s / %s"
                .formatted(
                        reason.code(),
                        texts.title(reason.code(), Locale.SIMPLIFIED_CHINESE),
                        texts.title(reason.code(), Locale.ENGLISH));
    }

    private Map<String, Object> example(Reason reason) {
        var example = new LinkedHashMap<String, Object>();
        example.put("type", "urn:dangjian:problem:" + reason.code());
        example.put("title", texts.title(reason.code(), Locale.SIMPLIFIED_CHINESE));
        example.put("status", reason.status().value());
        example.put("code", reason.code());
        return example;
    }

    private static Schema<?> schema() {
        var schema = new ObjectSchema();
        schema.setDescription("RFC 9457；code 稳定，title 与 detail 供人阅读 / code is stable, title and detail are for people");
        schema.addProperty("type", new StringSchema().format("uri"));
        schema.addProperty("title", new StringSchema());
        schema.addProperty("status", new IntegerSchema().format("int32"));
        schema.addProperty("detail", new StringSchema());
        schema.addProperty("instance", new StringSchema().format("uri-reference"));
        schema.addProperty("code", new StringSchema());
        schema.addProperty("errors", new ArraySchema().items(error()));
        schema.addProperty("traceId", new StringSchema());
        schema.setRequired(List.of("type", "title", "status", "code"));
        return schema;
    }

    private static Schema<?> error() {
        var error = new ObjectSchema();
        error.addProperty("field", new StringSchema());
        error.addProperty("code", new StringSchema());
        error.addProperty("message", new StringSchema());
        error.setRequired(List.of("field", "code", "message"));
        return error;
    }
}
