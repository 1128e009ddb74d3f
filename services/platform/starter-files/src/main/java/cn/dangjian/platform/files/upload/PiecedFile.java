package cn.dangjian.platform.files.upload;

import java.io.InputStream;

/** A file that grows by pieces, wherever a table keeps it; locked by whoever appends to it. */
public interface PiecedFile {

    long length();

    /** Whether the client has said that it is whole. */
    boolean isComplete();

    void append(long offset, byte[] bytes);

    void complete();

    /** Forgets what has arrived. */
    void truncate();

    /** What has arrived, read while the caller's transaction lasts. */
    InputStream read();
}
