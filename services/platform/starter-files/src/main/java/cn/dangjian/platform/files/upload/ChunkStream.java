package cn.dangjian.platform.files.upload;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.LongFunction;

/** The chunks of a file as one stream, one of them in memory at a time. */
public final class ChunkStream extends InputStream {

    private final LongFunction<Optional<byte[]>> chunks;
    private byte[] chunk = new byte[0];
    private int position;
    private long offset;
    private boolean ended;

    /** @param chunks the one that begins at an offset; none behind the last one */
    public ChunkStream(LongFunction<Optional<byte[]>> chunks) {
        this.chunks = chunks;
    }

    @Override
    public int read() {
        return isExhausted() ? -1 : chunk[position++] & 0xff;
    }

    @Override
    public int read(byte[] target, int start, int length) {
        if (length == 0) return 0;
        if (isExhausted()) return -1;
        int count = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, target, start, count);
        position += count;
        return count;
    }

    private boolean isExhausted() {
        while (!ended && position == chunk.length) {
            var next = chunks.apply(offset);
            ended = next.isEmpty();
            chunk = next.orElse(chunk);
            position = ended ? chunk.length : 0;
            offset += ended ? 0 : chunk.length;
        }
        return ended;
    }
}
