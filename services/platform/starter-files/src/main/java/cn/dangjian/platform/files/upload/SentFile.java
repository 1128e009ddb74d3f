package cn.dangjian.platform.files.upload;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.file.Path;

/**
 * A body that stands on the disk while its request lasts, and never in memory as a whole.
 *
 * @param digest by which two requests with the same key are compared
 */
public record SentFile(@JsonIgnore Path file, long length, String digest) {}
