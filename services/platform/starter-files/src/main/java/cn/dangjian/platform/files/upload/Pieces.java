package cn.dangjian.platform.files.upload;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * 续传: the next piece of a file, exactly where the last one ended.
 *
 * @param largestPiece in bytes
 * @param largestFile in bytes
 */
public record Pieces(long largestPiece, long largestFile) {

    /** Runs in a transaction that is committed whatever the outcome is. */
    public Outcome append(PiecedFile file, Piece piece) {
        int more = piece.bytes().length;
        if (piece.offset() != file.length()) return new Outcome.OtherOffset(file.length());
        if (file.isComplete()) return new Outcome.Complete(file.length());
        long length = file.length() + more;
        if (more > largestPiece) return new Outcome.TooLarge(largestPiece);
        if (length > largestFile) return new Outcome.TooLarge(largestFile);

        if (more > 0) file.append(piece.offset(), piece.bytes());
        if (!piece.last()) return new Outcome.Appended(length, false);
        if (isDamaged(file, piece)) {
            file.truncate();
            return new Outcome.Damaged();
        }
        file.complete();
        return new Outcome.Appended(length, true);
    }

    private static boolean isDamaged(PiecedFile file, Piece piece) {
        byte[] expected = piece.sha256();
        if (expected == null) return false;
        try (var stream = new DigestInputStream(file.read(), MessageDigest.getInstance("SHA-256"))) {
            stream.transferTo(OutputStream.nullOutputStream());
            return !Arrays.equals(expected, stream.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What became of a piece; not thrown, for a damaged file is forgotten by the transaction that finds it so. */
    public sealed interface Outcome {
        record Appended(long length, boolean complete) implements Outcome {}

        /** The file goes on elsewhere: a piece was lost or came twice. */
        record OtherOffset(long offset) implements Outcome {}

        /** The client has said that the file is whole. */
        record Complete(long length) implements Outcome {}

        record TooLarge(long limit) implements Outcome {}

        /** The file is not the one that the digest is of; it must be sent again from the start. */
        record Damaged() implements Outcome {}
    }
}
