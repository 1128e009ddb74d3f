package cn.dangjian.platform.web.contract;

import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Texts for examples: by format, by what a field is called, by what its pattern lets through. */
final class SampleTexts {

    private static final Map<String, String> FORMATS = Map.of(
            "date", "2026-07-01",
            "date-time", "2026-07-01T09:30:00+08:00",
            "time", "09:30:00",
            "uuid", "8c1f0e5a-5f0e-4f3b-9f53-0d7a5c1b2e44",
            "uri", "urn:dangjian:example");

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("name", "示范村党支部"),
            Map.entry("unitname", "示范村党支部"),
            Map.entry("issuername", "示范县委"),
            Map.entry("displayname", "张三"),
            Map.entry("login", "9811111"),
            Map.entry("title", "核实村级活动场所"),
            Map.entry("text", "请逐项核实并上报。"),
            Map.entry("goal", "全部核实"),
            Map.entry("report", "已核实"),
            Map.entry("reason", "情况有变"),
            Map.entry("document", "县组发〔2026〕12号"),
            Map.entry("number", "98111-2026-0001"),
            Map.entry("duty", "office"),
            Map.entry("phone", "13800000000"));

    private static final String ANY = "示例";

    /** Tried in this order against a pattern. */
    private static final List<String> CANDIDATES = List.of(
            "URBAN",
            "office",
            "13800000000",
            "2026",
            "2026-07",
            "15.00",
            "2026-Q3",
            "1",
            "98",
            "981111",
            "980000000000",
            "a".repeat(64),
            "0123456789abcdef0123456789abcdef",
            "8c1f0e5a-5f0e-4f3b-9f53-0d7a5c1b2e44",
            "A1",
            "AB12",
            "91110000600037341L",
            "110101199003070011",
            "https://example.org/");

    private SampleTexts() {}

    static String text(String field, Schema<?> schema) {
        if (schema.getFormat() != null && FORMATS.containsKey(schema.getFormat()))
            return FORMATS.getOrDefault(schema.getFormat(), ANY);
        String usual = NAMES.getOrDefault(field.toLowerCase(Locale.ROOT), ANY);
        String pattern = schema.getPattern();
        if (pattern != null && !usual.matches(unanchored(pattern))) {
            return CANDIDATES.stream()
                    .filter(candidate -> candidate.matches(unanchored(pattern)) && fits(candidate, schema))
                    .findFirst()
                    .orElse(usual);
        }
        return fitted(usual, schema);
    }

    private static String unanchored(String pattern) {
        return pattern.replaceAll("^\\^|\\$$", "");
    }

    private static boolean fits(String text, Schema<?> schema) {
        return (schema.getMinLength() == null || text.length() >= schema.getMinLength())
                && (schema.getMaxLength() == null || text.length() <= schema.getMaxLength());
    }

    private static String fitted(String text, Schema<?> schema) {
        String fitted = text;
        if (schema.getMaxLength() != null && fitted.length() > schema.getMaxLength())
            fitted = fitted.substring(0, schema.getMaxLength());
        if (schema.getMinLength() != null && fitted.length() < schema.getMinLength())
            fitted = fitted + "0".repeat(schema.getMinLength() - fitted.length());
        return fitted;
    }
}
