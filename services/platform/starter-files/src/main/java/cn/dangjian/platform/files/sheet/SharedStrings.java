package cn.dangjian.platform.files.sheet;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts of an Excel file, each stored once; how they are read aloud (rPh) is left out. */
final class SharedStrings {

    private SharedStrings() {}

    static List<String> read(XMLStreamReader xml, SheetLimits limits) throws XMLStreamException {
        var strings = new ArrayList<String>();
        var text = new StringBuilder();
        boolean inText = false;
        int aloud = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("si")) text.setLength(0);
                if (xml.getLocalName().equals("rPh")) aloud++;
                inText = aloud == 0 && xml.getLocalName().equals("t");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals("si")) strings.add(text.toString());
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
