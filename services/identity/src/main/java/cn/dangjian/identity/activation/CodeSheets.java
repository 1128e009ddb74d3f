package cn.dangjian.identity.activation;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.dangjian.identity.activation.IssueCodes.Codes;
import cn.dangjian.identity.activation.IssueCodes.Issued;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.OutputStreamWriter;
import java.time.Instant;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;

/** Writes new codes while they are made, as JSON or as a sheet that can be cut into slips. */
@Component
class CodeSheets {

    static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    /** Without it Excel takes Chinese names for something else. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final JsonMapper json;

    CodeSheets(JsonMapper json) {
        this.json = json;
    }

    /** The list is closed only when it is complete: one that was cut short must not look like all. */
    StreamingResponseBody json(Codes codes) {
        return out -> {
            var generator = json.createGenerator(out);
            generator.writeStartArray();
            codes.chunks().accept(chunk -> {
                chunk.forEach(issued -> generator.writePOJO(CodeResponse.of(issued)));
                generator.flush();
            });
            generator.writeEndArray();
            generator.close();
        };
    }

    StreamingResponseBody csv(Codes codes) {
        return out -> {
            var writer = new OutputStreamWriter(out, UTF_8);
            writer.write(BYTE_ORDER_MARK);
            var csv = CsvWriter.builder().build(writer);
            csv.writeRecord("login", "unit_code", "unit_name", "tier", "code", "expires");
            codes.chunks()
                    .accept(chunk -> chunk.forEach(issued -> csv.writeRecord(
                            issued.login(),
                            issued.unitCode(),
                            text(issued.unitName()),
                            issued.tier(),
                            issued.code().text(),
                            issued.expires().toString())));
            csv.close();
        };
    }

    /** A name that looks like a formula stays a name. */
    private static String text(String name) {
        return !name.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(name.charAt(0)) >= 0 ? "'" + name : name;
    }

    record CodeResponse(String login, String unitCode, String unitName, String tier, String code, Instant expires) {

        static CodeResponse of(Issued issued) {
            return new CodeResponse(
                    issued.login(),
                    issued.unitCode(),
                    issued.unitName(),
                    issued.tier(),
                    issued.code().text(),
                    issued.expires());
        }
    }
}
