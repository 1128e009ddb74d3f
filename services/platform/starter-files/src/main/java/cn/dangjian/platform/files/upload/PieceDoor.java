package cn.dangjian.platform.files.upload;

import cn.dangjian.platform.files.upload.Pieces.Outcome;
import cn.dangjian.platform.web.problem.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * Says in HTTP what becomes of pieces: a client asks with HEAD where a file ends and sends with PATCH what comes next.
 *
 * @param offsetMissing why a piece is refused that does not say where it belongs, and so on
 */
public record PieceDoor(
        Refusal offsetMissing,
        Refusal digestMalformed,
        Refusal otherOffset,
        Refusal complete,
        Refusal tooLarge,
        Refusal damaged) {

    public static final String OFFSET = "Upload-Offset";
    public static final String COMPLETE = "Upload-Complete";
    public static final String DIGEST = "Repr-Digest";

    private static final String YES = "?1";
    private static final Pattern PLACE = Pattern.compile("[0-9]{1,15}");
    private static final Pattern SHA_256 = Pattern.compile("sha-256=:([A-Za-z0-9+/]{43}=):");

    /** The piece that a request has, by its headers; refused if they are not understood. */
    public Piece piece(
            @Nullable String offset, @Nullable String last, @Nullable String digest, byte @Nullable [] bytes) {
        if (offset == null || !PLACE.matcher(offset).matches()) throw offsetMissing.get();
        var sha256 = digest == null ? null : SHA_256.matcher(digest.strip());
        if (sha256 != null && !sha256.matches()) throw digestMalformed.get();
        return new Piece(
                Long.parseLong(offset),
                bytes == null ? new byte[0] : bytes,
                YES.equals(last),
                sha256 == null ? null : Base64.getDecoder().decode(sha256.group(1)));
    }

    /**
     * Answers behind the transaction that has found the outcome: a refusal undoes nothing of it.
     *
     * @param name of the file, for people
     * @param response also says with a refusal where the file ends
     */
    public ResponseEntity<Void> answer(Outcome outcome, Piece piece, String name, HttpServletResponse response) {
        return switch (outcome) {
            case Outcome.Appended(var length, var whole) -> where(length, whole);
            case Outcome.OtherOffset(var right) -> {
                response.setHeader(OFFSET, String.valueOf(right));
                throw otherOffset.with(String.valueOf(right), String.valueOf(piece.offset()));
            }
            case Outcome.Complete(var length) -> {
                response.setHeader(OFFSET, String.valueOf(length));
                throw complete.with(name);
            }
            case Outcome.TooLarge(var limit) -> throw tooLarge.with(String.valueOf(limit));
            case Outcome.Damaged() -> {
                response.setHeader(OFFSET, "0");
                throw damaged.with(name);
            }
        };
    }

    /** Where a file ends, and whether it is whole. */
    public static ResponseEntity<Void> where(long length, boolean complete) {
        return ResponseEntity.status(HttpStatus.NO_CONTENT)
                .header(OFFSET, String.valueOf(length))
                .header(COMPLETE, complete ? YES : "?0")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
