package cn.dangjian.dues.paper.print;

import cn.dangjian.dues.paper.print.Paper.Table;
import cn.dangjian.dues.paper.print.Paper.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/** Makes a PDF of a paper; some at a time, since each one has its fonts in memory. */
@Component
public class Press {

    private static final int AT_ONCE = 2;

    private final Semaphore presses = new Semaphore(AT_ONCE, true);

    Press() {}

    public byte[] print(Paper paper) {
        presses.acquireUninterruptibly();
        try (var document = new PDDocument();
                var typefaces = new Typefaces(document)) {
            document.getDocumentInformation().setTitle(paper.title());
            document.getDocumentCatalog().setLanguage("zh-CN");
            try (var writer = new Writer(document, typefaces, paper.format())) {
                writer.title(paper.title());
                for (var part : paper.parts()) {
                    switch (part) {
                        case Text text -> writer.write(text);
                        case Table table -> writer.write(table);
                    }
                }
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            presses.release();
        }
    }
}
