package cn.dangjian.platform.files.upload;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;
import static org.springframework.http.HttpStatus.NO_CONTENT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.files.upload.Pieces.Outcome;
import cn.dangjian.platform.web.problem.ProblemException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * Says in HTTP what becomes of pieces: a client asks with HEAD where a file ends and sends with PATCH what comes next.
 *
 * @param offsetMissing with this code a piece is refused that does not say where it belongs, and so on
 */
public record PieceDoor(
        String offsetMissing,
        String digestMalformed,
        String otherOffset,
        String complete,
        String tooLarge,
        String damaged) {

    public static final String OFFSET = "Upload-Offset";
    public static final String COMPLETE = "Upload-Complete";
    public static final String DIGEST = "Repr-Digest";

    private static final String YES = "?1";
    private static final Pattern PLACE = Pattern.compile("[0-9]{1,15}");
    private static final Pattern SHA_256 = Pattern.compile("sha-256=:([A-Za-z0-9+/]{43}=):");

    /** The piece that a request has, by its headers; 400 if they are not understood. */
    public Piece piece(
            @Nullable String offset, @Nullable String last, @Nullable String digest, byte @Nullable [] bytes) {
        if (offset == null || !PLACE.matcher(offset).matches()) throw new ProblemException(BAD_REQUEST, offsetMissing);
        var sha256 = digest == null ? null : SHA_256.matcher(digest.strip());
        if (sha256 != null && !sha256.matches()) throw new ProblemException(BAD_REQUEST, digestMalformed);
        return new Piece(
                Long.parseLong(offset),
                bytes == null ? new byte[0] : bytes,
                YES.equals(last),
                sha256 == null ? null : Base64.getDecoder().decode(sha256.group(1)));
    }

    /** @param name of the file, for people */
    public ResponseEntity<?> answer(Outcome outcome, Piece piece, String name) {
        return switch (outcome) {
            case Outcome.Appended(var length, var whole) -> where(length, whole);
            case Outcome.OtherOffset(var right) ->
                at(right, problem(CONFLICT, otherOffset, String.valueOf(right), String.valueOf(piece.offset())));
            case Outcome.Complete(var length) -> at(length, problem(CONFLICT, complete, name));
            case Outcome.TooLarge(var limit) -> problem(CONTENT_TOO_LARGE, tooLarge, String.valueOf(limit));
            case Outcome.Damaged() -> at(0, problem(UNPROCESSABLE_CONTENT, damaged, name));
        };
    }

    /** Where a file ends, and whether it is whole. */
    public static ResponseEntity<?> where(long length, boolean complete) {
        return ResponseEntity.status(NO_CONTENT)
                .header(OFFSET, String.valueOf(length))
                .header(COMPLETE, complete ? YES : "?0")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static ResponseEntity<?> at(long offset, ResponseEntity<?> refusal) {
        return ResponseEntity.status(refusal.getStatusCode())
                .headers(refusal.getHeaders())
                .header(OFFSET, String.valueOf(offset))
                .body(refusal.getBody());
    }
}
