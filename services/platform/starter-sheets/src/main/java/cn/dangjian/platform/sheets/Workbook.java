package cn.dangjian.platform.sheets;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * 工作簿: its sheets in the order in which people see them, which is not that of the parts' names, and how it counts days.
 *
 * @param from1904 whether its first day is in 1904, as on the first Macintosh, and not in 1900
 */
record Workbook(List<Tab> tabs, boolean from1904) {

    private static final Set<String> YES = Set.of("1", "true");
    private static final Set<String> HIDDEN = Set.of("hidden", "veryHidden");

    /**
     * A sheet.
     *
     * @param relation names its part
     */
    record Tab(String name, String relation, boolean hidden) {}

    static Workbook read(XMLStreamReader xml) throws XMLStreamException {
        var tabs = new ArrayList<Tab>();
        boolean from1904 = false;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) continue;
            if (xml.getLocalName().equals("workbookPr")) from1904 = YES.contains(said(xml, "date1904"));
            if (xml.getLocalName().equals("sheet")) {
                tabs.add(new Tab(said(xml, "name"), relation(xml), HIDDEN.contains(said(xml, "state"))));
            }
        }
        return new Workbook(tabs, from1904);
    }

    /** The one attribute of a namespace, of which there are two. */
    private static String relation(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            boolean named = namespace != null && !namespace.isEmpty();
            if (named && xml.getAttributeLocalName(i).equals("id")) return xml.getAttributeValue(i);
        }
        return "";
    }

    private static String said(XMLStreamReader xml, String attribute) {
        String said = xml.getAttributeValue(null, attribute);
        return said == null ? "" : said;
    }

    /** Parts that another part names. */
    record Relations(Map<String, String> ofTypes, Map<String, String> worksheets) {

        /** @param part the part that names them, with its folders */
        static Relations read(XMLStreamReader xml, String part) throws XMLStreamException {
            var ofTypes = new HashMap<String, String>();
            var worksheets = new HashMap<String, String>();
            while (xml.hasNext()) {
                boolean one = xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("Relationship");
                if (!one) continue;
                String type = said(xml, "Type");
                String kind = type.substring(type.lastIndexOf('/') + 1);
                String target =
                        URI.create("/" + part).resolve(said(xml, "Target")).getPath();
                if (target == null || !target.startsWith("/")) continue;
                if (kind.equals("worksheet")) worksheets.put(said(xml, "Id"), target.substring(1));
                else ofTypes.putIfAbsent(kind, target.substring(1));
            }
            return new Relations(ofTypes, worksheets);
        }

        @Nullable
        String part(String kind) {
            return ofTypes.get(kind);
        }
    }
}
