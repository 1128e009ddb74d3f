package cn.dangjian.platform.sheets;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Writes rows one by one and keeps none of them. */
public interface SheetWriter extends Closeable {

    void row(List<String> cells) throws IOException;
}
