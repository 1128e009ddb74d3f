package cn.dangjian.assessment.score.explain;

import org.jspecify.annotations.Nullable;

/** Where what a fact is about can be looked at, behind the gateway. */
final class FactLink {

    private static final String APPEALS = "/assessment/v1/appeals/";

    private FactLink() {}

    static String ofAppeal(long id) {
        return APPEALS + id;
    }

    static @Nullable String of(String thing, long unit) {
        int colon = thing.indexOf(':');
        if (colon < 0) return null;
        String rest = thing.substring(colon + 1);
        return switch (thing.substring(0, colon)) {
            case "assignment" -> "/task/v1/assignments/" + rest.replaceFirst("@.*", "");
            case "case" -> "/organization/v1/weak-cases/" + rest;
            case "unit-month" -> month(rest, unit);
            case "appeal" -> APPEALS + rest;
            case "given" -> "/assessment/v1/units/" + unit + "/marks?year=" + rest.replaceFirst(":.*", "");
            default -> null;
        };
    }

    private static String month(String rest, long unit) {
        String month = rest.substring(rest.indexOf(':') + 1);
        return "/dues/v1/units/" + unit + "/totals?from=" + month + "&to=" + month;
    }
}
