package cn.dangjian.platform.web.contract;

import cn.dangjian.platform.web.contract.DoorAnswers.Answer;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Versioned;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.HandlerMethod;

/** How a door answers when it does what it is asked: status, headers, body. */
class Successes implements OperationCustomizer {

    private static final String ANYTHING = "*/*";

    private final DoorAnswers doors;

    Successes(DoorAnswers doors) {
        this.doors = doors;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod door) {
        var answer = doors.of(door);
        var body = body(door);
        var content = content(operation.getResponses(), body);
        var responses = new ApiResponses();
        for (int status : statuses(door, answer, body)) {
            boolean empty =
                    status == HttpStatus.NO_CONTENT.value() || (isNothing(body) && !writesItself(body, content));
            var response =
                    new ApiResponse().description(HttpStatus.valueOf(status).getReasonPhrase());
            if (!empty) response.setContent(content);
            addHeaders(response, answer, !empty && Versioned.class.isAssignableFrom(body.toClass()));
            responses.addApiResponse(String.valueOf(status), response);
        }
        return operation.responses(responses);
    }

    /** What the answer holds, without the envelope. */
    private static ResolvableType body(HandlerMethod door) {
        var type = ResolvableType.forMethodReturnType(door.getMethod());
        return HttpEntity.class.isAssignableFrom(type.toClass()) ? type.getGeneric(0) : type;
    }

    private static boolean isNothing(ResolvableType body) {
        return body.toClass() == void.class || body.toClass() == Void.class;
    }

    /** A method that answers nothing may have written a file, and says so with an annotation. */
    private static boolean writesItself(ResolvableType body, @Nullable Content content) {
        return body.toClass() == void.class && content != null && !content.isEmpty();
    }

    private static List<Integer> statuses(HandlerMethod door, Answer answer, ResolvableType body) {
        var marked = door.getMethodAnnotation(ResponseStatus.class);
        if (marked != null) return List.of(marked.code().value());
        if (!answer.statuses().isEmpty()) return answer.statuses();
        boolean empty = HttpEntity.class.isAssignableFrom(door.getMethod().getReturnType()) && isNothing(body);
        return List.of(empty ? HttpStatus.NO_CONTENT.value() : HttpStatus.OK.value());
    }

    /** What springdoc made of the type. */
    private static @Nullable Content content(@Nullable ApiResponses made, ResolvableType body) {
        if (made == null) return null;
        for (var each : made.entrySet()) {
            var content = each.getValue().getContent();
            if (!each.getKey().startsWith("2") || content == null) continue;
            var anything = content.remove(ANYTHING);
            if (anything != null) content.put(usual(body), anything);
            if (body.toClass() == byte[].class) {
                content.values().forEach(type -> type.setSchema(new StringSchema().format("binary")));
            }
            return content;
        }
        return null;
    }

    private static String usual(ResolvableType body) {
        return body.toClass() == byte[].class
                ? MediaType.APPLICATION_OCTET_STREAM_VALUE
                : MediaType.APPLICATION_JSON_VALUE;
    }

    private static void addHeaders(ApiResponse response, Answer answer, boolean versioned) {
        var headers = new ArrayList<>(answer.headers());
        if (versioned && !headers.contains(HttpHeaders.ETAG)) headers.add(HttpHeaders.ETAG);
        for (String name : headers) {
            boolean tag = name.equals(HttpHeaders.ETAG);
            response.addHeaderObject(
                    name,
                    header(
                            tag
                                    ? "版本，供 If-Match / The version, for If-Match"
                                    : "新建内容的路径 / The path of what was created",
                            tag ? "\"1\"" : "/v1/things/42",
                            true));
        }
        if (answer.isRepeatable()) {
            response.addHeaderObject(
                    Idempotent.REPLAYED, header("同一请求此前的回答 / The answer to the same request before", "true", false));
        }
    }

    static Header header(String description, String example, boolean always) {
        var header = new Header().description(description).schema(new StringSchema());
        header.setRequired(always);
        header.setExample(example);
        return header;
    }
}
