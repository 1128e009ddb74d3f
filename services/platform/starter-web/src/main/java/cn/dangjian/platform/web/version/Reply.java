package cn.dangjian.platform.web.version;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** The answers of doors, with the ETag of what is {@link Versioned}. A door that creates is marked {@code CREATED}. */
public final class Reply {

    private Reply() {}

    public static <T> ResponseEntity<T> ok(T body) {
        return answer(ResponseEntity.ok(), body);
    }

    public static <T> ResponseEntity<T> created(T body) {
        return answer(ResponseEntity.status(HttpStatus.CREATED), body);
    }

    /** @param location the path of what was created, below the service */
    public static <T> ResponseEntity<T> created(String location, T body) {
        return answer(ResponseEntity.created(URI.create(location)), body);
    }

    private static <T> ResponseEntity<T> answer(ResponseEntity.BodyBuilder answer, T body) {
        if (body instanceof Versioned row) answer.eTag(ETags.of(row.version()));
        return answer.body(body);
    }
}
