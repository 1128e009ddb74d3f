package cn.dangjian.organization.tree.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 续传: the next piece of a file, exactly where the last one ended. */
@Service
class AppendChunk {

    private final ImportTable imports;
    private final FileTable files;
    private final ImportSettings settings;

    AppendChunk(ImportTable imports, FileTable files, ImportSettings settings) {
        this.imports = imports;
        this.files = files;
        this.settings = settings;
    }

    /**
     * A piece of a file.
     *
     * @param last whether it is the last one
     * @param sha256 of the whole file, looked at with the last piece; null if the client did not say
     */
    record Chunk(DivisionFile file, long offset, byte[] bytes, boolean last, byte @Nullable [] sha256) {}

    @Transactional
    Outcome append(long importId, Chunk chunk) {
        var imported = imports.lock(importId);
        if (imported.isEmpty()) return new Outcome.NoSuchImport();
        if (imported.get().state() != Import.State.UPLOADING) return new Outcome.Closed();

        var file = files.get(importId, chunk.file());
        if (chunk.offset() != file.length()) return new Outcome.OtherOffset(file.length());
        if (file.complete()) return new Outcome.Complete(file.length());
        long length = file.length() + chunk.bytes().length;
        if (chunk.bytes().length > settings.largestChunk().toBytes()) {
            return new Outcome.TooLarge(settings.largestChunk().toBytes());
        }
        if (length > settings.largestFile().toBytes())
            return new Outcome.TooLarge(settings.largestFile().toBytes());

        if (chunk.bytes().length > 0) files.append(importId, chunk.file(), chunk.offset(), chunk.bytes());
        if (!chunk.last()) return new Outcome.Appended(length, false);
        if (isDamaged(importId, chunk)) {
            files.truncate(importId, chunk.file());
            return new Outcome.Damaged();
        }
        files.complete(importId, chunk.file());
        return new Outcome.Appended(length, true);
    }

    private boolean isDamaged(long importId, Chunk chunk) {
        byte[] expected = chunk.sha256();
        if (expected == null) return false;
        try (var stream =
                new DigestInputStream(files.read(importId, chunk.file()), MessageDigest.getInstance("SHA-256"))) {
            stream.transferTo(java.io.OutputStream.nullOutputStream());
            return !Arrays.equals(expected, stream.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    sealed interface Outcome {
        record Appended(long length, boolean complete) implements Outcome {}

        record NoSuchImport() implements Outcome {}

        /** The import is being applied, or was. */
        record Closed() implements Outcome {}

        /** The file goes on elsewhere: a piece was lost or came twice. */
        record OtherOffset(long offset) implements Outcome {}

        /** The client has said that the file is whole. */
        record Complete(long length) implements Outcome {}

        record TooLarge(long limit) implements Outcome {}

        /** The file is not the one that the digest is of; it must be sent again from the start. */
        record Damaged() implements Outcome {}
    }
}
