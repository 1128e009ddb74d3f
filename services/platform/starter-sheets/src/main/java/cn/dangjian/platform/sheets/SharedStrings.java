package cn.dangjian.platform.sheets;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts of an Excel file, each stored once; how they are read aloud (rPh) is left out. */
final class SharedStrings {

    /** What all of them may take in memory: two files are read at a time. */
    private static final long MOST = 48 << 20;

    /** What a text takes beside its characters: the object, its array, its place in the list. */
    private static final int EACH = 48;

    private SharedStrings() {}

    static List<String> read(XMLStreamReader xml, SheetLimits limits) throws XMLStreamException {
        var strings = new ArrayList<String>();
        var text = new StringBuilder();
        long weight = 0;
        boolean inText = false;
        int aloud = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("si")) text.setLength(0);
                if (xml.getLocalName().equals("rPh")) aloud++;
                inText = aloud == 0 && xml.getLocalName().equals("t");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals("si")) {
                    weight += EACH + 2L * text.length();
                    if (weight > MOST) throw PlainXml.tooLarge(MOST);
                    strings.add(Texts.read(text.toString()));
                }
                if (xml.getLocalName().equals("rPh")) aloud--;
                inText = false;
            } else if (inText && xml.hasText()) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                // which row names it is not known here
                if (text.length() > limits.cell()) throw XlsxSheetReader.tooLong(0, limits);
            }
        }
        return strings;
    }
}
