package cn.dangjian.dues.paper.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * The fonts of one document: the usual one, and one for rare characters that is read only if there are any. Only the glyphs
 * that are used go into the file.
 */
final class Typefaces implements AutoCloseable {

    /** 〓 stands for what no font has. */
    private static final int GETA = 0x3013;

    private final PDDocument document;
    private final Face usual;
    private @Nullable Face rare;

    Typefaces(PDDocument document) throws IOException {
        this.document = document;
        this.usual = Face.of("/fonts/text.ttf", document);
    }

    /** Text in one font. */
    record Run(PDFont font, String text, float width) {}

    /** A line or cell in pieces of one font each. */
    List<Run> runs(String text) {
        var runs = new ArrayList<Run>();
        Face face = usual;
        var said = new StringBuilder();
        for (int character : cleaned(text).codePoints().toArray()) {
            var wanted = face(character);
            if (!wanted.equals(face) && !said.isEmpty()) {
                runs.add(face.run(said.toString()));
                said.setLength(0);
            }
            face = wanted;
            said.appendCodePoint(face.has(character) ? character : GETA);
        }
        if (!said.isEmpty()) runs.add(face.run(said.toString()));
        return runs;
    }

    /** How wide a text is, in thousandths of the size. */
    float width(String text) {
        return runs(text).stream().map(Run::width).reduce(0f, Float::sum);
    }

    /** One character for one glyph: compatibility characters look the same as others, and are copied out as those. */
    private static String cleaned(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\p{Cntrl}", " ");
    }

    private Face face(int character) {
        if (usual.has(character)) return usual;
        var other = rare();
        return other.has(character) ? other : usual;
    }

    private Face rare() {
        try {
            if (rare == null) rare = Face.of("/fonts/rare.ttf", document);
            return rare;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        usual.file().close();
        if (rare != null) rare.file().close();
    }

    private record Face(TrueTypeFont file, CmapLookup characters, PDFont font) {

        static Face of(String resource, PDDocument document) throws IOException {
            try (var stream = Objects.requireNonNull(Typefaces.class.getResourceAsStream(resource), resource)) {
                var file = new TTFParser(true).parse(new RandomAccessReadBuffer(stream));
                return new Face(file, file.getUnicodeCmapLookup(), PDType0Font.load(document, file, true));
            }
        }

        boolean has(int character) {
            return characters.getGlyphId(character) != 0;
        }

        Run run(String text) {
            try {
                return new Run(font, text, font.getStringWidth(text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
