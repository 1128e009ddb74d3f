package cn.dangjian.platform.web.contract;

import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.paging.SliceArguments;
import cn.dangjian.platform.web.version.Seen;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.math.BigDecimal;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;

/** What a door takes without naming it: which version was seen, which part of a list, which key. */
class Parameters implements OperationCustomizer {

    private final DoorAnswers doors;

    Parameters(DoorAnswers doors) {
        this.doors = doors;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod door) {
        if (takes(door, Seen.class)) {
            operation.addParametersItem(new HeaderParameter()
                    .name(HttpHeaders.IF_MATCH)
                    .description("所见版本的 ETag / The ETag of the version that was seen")
                    .required(false)
                    .schema(new StringSchema())
                    .example("\"1\""));
        }
        if (takes(door, Slice.class)) {
            operation.addParametersItem(cursor()).addParametersItem(limit());
        }
        if (doors.of(door).isRepeatable()) operation.addParametersItem(key());
        return operation;
    }

    private static boolean takes(HandlerMethod door, Class<?> type) {
        return Arrays.stream(door.getMethodParameters()).anyMatch(parameter -> parameter.getParameterType() == type);
    }

    private static Parameter cursor() {
        return new QueryParameter()
                .name(SliceArguments.CURSOR)
                .description("上一页的 next / What the page before said is next")
                .required(false)
                .schema(new StringSchema());
    }

    private static Parameter limit() {
        var number = new IntegerSchema();
        number.setMinimum(BigDecimal.ONE);
        number.setMaximum(BigDecimal.valueOf(Slice.MOST));
        number.setDefault(Slice.USUAL);
        return new QueryParameter()
                .name(SliceArguments.LIMIT)
                .description("至多几行 / How many rows at most")
                .required(false)
                .schema(number);
    }

    private static Parameter key() {
        return new HeaderParameter()
                .name(Idempotent.HEADER)
                .description("客户端生成的唯一编号；重发同一请求时不变 / Made by the client; the same when a request is sent again")
                .required(true)
                .schema(new StringSchema().pattern("^" + Idempotent.KEY + "$"))
                .example("8c1f0e5a-5f0e-4f3b-9f53-0d7a5c1b2e44");
    }
}
