package cn.dangjian.platform.web.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.dangjian.platform.web.idempotency.StoredAnswers.Row;
import jakarta.servlet.http.HttpServletRequest;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.reflect.MethodSignature;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What identifies a request, and how its answer is written so that a replay is byte-identical. */
class Answers {

    private final JsonMapper json;

    Answers(JsonMapper json) {
        this.json = json;
    }

    /**
     * Under which a key is kept: its SHA-256. A key is as good as random and known to its client alone, so that
     * {@link #fingerprint} says nothing to whoever reads the table.
     */
    static String digest(String key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** HMAC-SHA-256, with the client's key, over method, path, query and body: a body may hold what is sealed elsewhere. */
    String fingerprint(String key, HttpServletRequest request, ProceedingJoinPoint call) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
            String line = request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString();
            mac.update(line.getBytes(UTF_8));
            var parameters = ((MethodSignature) call.getSignature()).getMethod().getParameters();
            for (int i = 0; i < parameters.length; i++) {
                if (parameters[i].isAnnotationPresent(RequestBody.class)) {
                    mac.update(json.writeValueAsBytes(call.getArgs()[i]));
                }
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** JSON, unless the controller has made the bytes itself and says what they are. */
    ResponseEntity<byte[]> encode(ResponseEntity<?> result) {
        var answer = ResponseEntity.status(result.getStatusCode()).headers(result.getHeaders());
        return switch (result.getBody()) {
            case null -> answer.build();
            case byte[] bytes -> answer.body(bytes);
            case Object body -> answer.contentType(MediaType.APPLICATION_JSON).body(json.writeValueAsBytes(body));
        };
    }

    String headers(ResponseEntity<?> answer) {
        var kept = new LinkedHashMap<String, String>();
        answer.getHeaders().forEach((name, values) -> kept.put(name, values.getFirst()));
        return json.writeValueAsString(kept);
    }

    ResponseEntity<byte[]> replay(Row row) {
        var headers = new HttpHeaders();
        if (row.headers() != null) {
            Map<String, String> kept = json.readValue(row.headers(), new TypeReference<>() {});
            kept.forEach(headers::set);
        }
        int status = row.status() == null ? 200 : row.status();
        byte[] body = row.body();
        var answer = ResponseEntity.status(status).headers(headers).header(Idempotent.REPLAYED, "true");
        return body == null || body.length == 0 ? answer.build() : answer.body(body);
    }
}
