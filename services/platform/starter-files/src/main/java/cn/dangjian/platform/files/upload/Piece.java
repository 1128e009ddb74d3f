package cn.dangjian.platform.files.upload;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a file.
 *
 * @param offset where in the file it begins
 * @param last whether it is the last one
 * @param sha256 of the whole file, looked at with the last piece; null if the client did not say
 */
@SuppressWarnings("ArrayRecordComponent")
public record Piece(long offset, byte[] bytes, boolean last, byte @Nullable [] sha256) {}
