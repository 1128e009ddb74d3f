package cn.dangjian.platform.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.dangjian.platform.sheets.scratch.Scratch;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A file that is to be made.
 *
 * @param name without its ending
 * @param keys whether the header has the columns' keys instead of their titles
 */
public record Sheet(String name, Format format, List<Column> columns, boolean keys) {

    /** Who knows the rows. */
    @FunctionalInterface
    public interface Rows {
        void write(SheetWriter sheet) throws IOException;
    }

    /**
     * Makes the file on the disk and answers with it then: what goes wrong while the rows are read is a problem and not
     * half a file, the length says whether all has arrived, and a slow reader keeps nothing but its own connection.
     */
    public void send(HttpServletResponse response, Rows rows) throws IOException {
        var file = Scratch.file("." + format.ending());
        try {
            make(file, rows);
            response.setContentType(format.type());
            response.setContentLengthLong(Files.size(file));
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Content-Type-Options", "nosniff");
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void make(Path file, Rows rows) throws IOException {
        var titles = columns.stream()
                .map(column -> keys ? column.key() : column.title())
                .toList();
        try (var out = new BufferedOutputStream(Files.newOutputStream(file));
                var sheet = format.writer(out, columns, titles)) {
            rows.write(sheet);
        }
    }

    private String disposition() {
        return ContentDisposition.attachment()
                .filename(name + "." + format.ending(), UTF_8)
                .build()
                .toString();
    }
}
