package cn.dangjian.organization.tree.rule;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.sector.Sector;
import cn.dangjian.platform.rules.RuleFile;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The kinds of Party organisations (党组织类别) and the full titles (全称) that they give their units. */
@Component
public class Kinds {

    private static final String TEMPORARY = "TEMPORARY_BRANCH";
    private static final String CHAIN = "CHAIN_BRANCH";

    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final List<Ending> endings;

    Kinds() {
        for (var row : RuleFile.read("kinds.csv")) {
            kinds.put(
                    row.getField("kind"),
                    new Kind(
                            row.getField("term"),
                            row.getField("title"),
                            row.getField("free").equals("yes"),
                            row.getField("tier"),
                            row.getField("family"),
                            row.getField("rank").isEmpty() ? 0 : Integer.parseInt(row.getField("rank")),
                            row.getField("line").equals("yes"),
                            row.getField("like")));
        }
        endings = RuleFile.read("name-endings.csv").stream()
                .map(row -> new Ending(row.getField("ending"), row.getField("instead")))
                .sorted(Comparator.comparingInt((Ending ending) -> ending.text().length())
                        .reversed())
                .toList();
    }

    private record Kind(
            String term,
            String template,
            boolean free,
            String tier,
            String family,
            int rank,
            boolean line,
            String like) {

        Shown shown(String kind) {
            return new Shown(kind, term, tier.isEmpty() ? null : Tier.valueOf(tier), free, Sector.of(kind));
        }
    }

    /**
     * A kind as it is shown.
     *
     * @param term what people call it
     * @param tier null of one that stands at none or at several
     * @param free whether units of it may be established although no division code names them
     * @param sector in which field of work its units stand (领域)
     */
    record Shown(String kind, String term, @Nullable Tier tier, boolean free, Sector sector) {}

    private record Ending(String text, String instead) {}

    /** In the order of the file. */
    List<Shown> all() {
        return kinds.entrySet().stream()
                .map(entry -> entry.getValue().shown(entry.getKey()))
                .toList();
    }

    /** Whether units of this kind may be established although no division code names them. */
    public boolean isFree(String kind) {
        var found = kinds.get(kind);
        return found != null && found.free();
    }

    /** The kind that a text means, being its key or the term that people use for it. */
    public Optional<String> named(String text) {
        if (kinds.containsKey(text)) return Optional.of(text);
        return kinds.entrySet().stream()
                .filter(entry -> entry.getValue().term().equals(text))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The tier at which units of a kind stand that no division code names. */
    public Optional<Tier> tier(String kind) {
        var found = kinds.get(kind);
        return found == null || !found.free() ? Optional.empty() : Optional.of(Tier.valueOf(found.tier()));
    }

    /** 临时: whether units of a kind are meant to end on a day that is known when they begin. */
    public boolean isTemporary(String kind) {
        var found = kinds.get(kind);
        return found != null && found.family().equals(TEMPORARY);
    }

    /** Whether a rule that names some kinds holds for this one: it is named, or the one that it is like but for its field of work. */
    public boolean isAmong(Collection<String> named, String kind) {
        var found = kinds.get(kind);
        return named.contains(kind) || (found != null && !found.like().isEmpty() && named.contains(found.like()));
    }

    /** How high a kind stands among those that may be below each other; 0 for one that no rank is said of. */
    public int rank(String kind) {
        var found = kinds.get(kind);
        return found == null ? 0 : found.rank();
    }

    /** Whether a unit of one kind may become one of the other (升格, 降格). */
    public boolean isRelated(String kind, String other) {
        var one = kinds.get(kind);
        var two = kinds.get(other);
        return one != null
                && two != null
                && !one.family().isEmpty()
                && one.family().equals(two.family());
    }

    /** Whether a unit of this kind heads a line (条) and may supervise others. */
    public boolean isLine(String kind) {
        var found = kinds.get(kind);
        return found != null && found.line();
    }

    /** 功能型: whether units of a kind lead Party work on a chain; members stay in their own units (ORG-07). */
    public boolean isOfChain(String kind) {
        return isRelated(kind, CHAIN);
    }

    /** The kinds that head a line (条). */
    public List<String> lines() {
        return kinds.keySet().stream().filter(this::isLine).toList();
    }

    /** The kinds that a unit may have become whose code says that it is of this kind. */
    public List<String> forms(String kind) {
        return kinds.entrySet().stream()
                .filter(entry -> entry.getValue().family().equals(kind))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What two units below the same one share if their titles would be the same. */
    public String shortened(String name) {
        return division(name);
    }

    /**
     * The full title of a unit beside which there is another one whose shortened name is the same (高家庄村委会, 高家庄村村民委员会):
     * its name stays whole.
     */
    public String wholeTitle(String kind, String name, @Nullable String parentName) {
        return title(kind, name, parentName, name);
    }

    /** The full title of a unit, for example 中共芙蓉区文艺路街道工作委员会; its bare name if the kind is unknown. */
    public String title(String kind, String name, @Nullable String parentName) {
        return title(kind, name, parentName, division(name));
    }

    private String title(String kind, String name, @Nullable String parentName, String division) {
        var found = kinds.get(kind);
        if (found == null) return name;
        String parent = parentName == null || name.startsWith(parentName) ? "" : division(parentName);
        return found.template().replace("{parent}", parent).replace("{name}", division);
    }

    private String division(String name) {
        return endings.stream()
                .filter(ending -> name.endsWith(ending.text())
                        && name.length() > ending.text().length())
                .findFirst()
                .map(ending -> name.substring(0, name.length() - ending.text().length()) + ending.instead())
                .orElse(name);
    }
}
