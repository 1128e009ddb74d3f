package cn.dangjian.organization.field.advice;

import cn.dangjian.organization.field.advice.AcknowledgementRepository.Acknowledgement;
import cn.dangjian.organization.field.advice.Advice.Kind;
import cn.dangjian.organization.field.advice.Advice.Level;
import cn.dangjian.organization.field.advice.Advice.Subject;
import cn.dangjian.organization.tree.rollup.Rollups;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Advice as people see it. */
@Component
class AdviceViews {

    private final AdviceBook book;
    private final AcknowledgementRepository acknowledgements;
    private final AdviceTexts texts;
    private final AdviceQueries queries;
    private final Rollups rollups;

    AdviceViews(
            AdviceBook book,
            AcknowledgementRepository acknowledgements,
            AdviceTexts texts,
            AdviceQueries queries,
            Rollups rollups) {
        this.book = book;
        this.acknowledgements = acknowledgements;
        this.texts = texts;
        this.queries = queries;
        this.rollups = rollups;
    }

    record Filter(@Nullable Level level, @Nullable Kind kind, Locale locale) {

        boolean wants(Advice advice) {
            return (level == null || level == advice.level()) && (kind == null || kind == advice.kind());
        }
    }

    /**
     * One advice.
     *
     * @param finding on which fact it rests, in words; {@code fact} is its number
     * @param options what may be done
     * @param value what the rule says, and {@code source} where
     * @param acknowledged what a superior has said last; null if none has
     */
    record AdviceView(
            Kind advice,
            Level level,
            Subject subject,
            long subjectId,
            String subjectName,
            String rule,
            BigDecimal value,
            String source,
            int fact,
            String finding,
            String options,
            @Nullable Seen acknowledged) {}

    record Seen(String note, long unitId, String unitName, OffsetDateTime at) {}

    /** How often something is advised, by its name. */
    record PartCounts(long unitId, String name, Map<Kind, Integer> counts) {}

    /** @param own about the unit itself and what lies directly there */
    record CountsView(long unitId, Map<Kind, Integer> total, Map<Kind, Integer> own, List<PartCounts> children) {}

    Page<AdviceView> page(Filter filter, Slice slice, Scope scope) {
        var after = slice.after();
        var found = rollups.list(
                book.figures(filter.level(), filter.kind()),
                Rollups.from(after.path(), scope),
                slice.rows(),
                units -> book.about(units).stream()
                        .filter(advice -> filter.wants(advice) && isAfter(advice, after))
                        .toList());
        return views(slice.inTree(found, Advice::path, Advice::position), filter);
    }

    CountsView counts(Unit unit, Scope scope) {
        var sums = rollups.sums(unit, book.prefix(), scope);
        var counted = sums.children().keySet();
        var children = queries.listParts(unit, scope, counted).stream()
                .map(part -> new PartCounts(
                        part.id(), part.name(), kinds(sums.children().get(part.id()))))
                .filter(part -> !part.counts().isEmpty())
                .toList();
        return new CountsView(unit.id().value(), kinds(sums.total()), kinds(sums.own()), children);
    }

    private static Map<Kind, Integer> kinds(@Nullable Map<String, Integer> figures) {
        var kinds = new TreeMap<Kind, Integer>();
        if (figures != null) figures.forEach((figure, units) -> kinds.put(AdviceBook.kind(figure), units));
        return kinds;
    }

    private static boolean isAfter(Advice advice, Slice.Place place) {
        int compared = advice.path().compareTo(place.path());
        return compared > 0 || (compared == 0 && advice.position() > place.id());
    }

    private Page<AdviceView> views(Page<Advice> page, Filter filter) {
        var seen = new ArrayList<Acknowledgement>();
        for (var subject : Subject.values()) {
            seen.addAll(acknowledgements.list(
                    subject,
                    page.items().stream()
                            .filter(advice -> advice.subject() == subject)
                            .map(Advice::subjectId)
                            .distinct()
                            .toList()));
        }
        return page.map(advice -> view(advice, seen, filter.locale()));
    }

    private AdviceView view(Advice advice, List<Acknowledgement> seen, Locale locale) {
        return new AdviceView(
                advice.kind(),
                advice.level(),
                advice.subject(),
                advice.subjectId(),
                advice.subjectName(),
                advice.rule(),
                advice.value(),
                advice.source(),
                advice.fact(),
                texts.finding(advice, locale),
                texts.options(advice, locale),
                seen.stream()
                        .filter(acknowledgement -> acknowledgement.isOf(advice))
                        .reduce((first, later) -> later)
                        .map(later -> new Seen(later.note(), later.unit(), later.unitName(), later.at()))
                        .orElse(null));
    }
}
