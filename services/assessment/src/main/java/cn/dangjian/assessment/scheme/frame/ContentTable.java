package cn.dangjian.assessment.scheme.frame;

import cn.dangjian.assessment.points.Points;
import cn.dangjian.assessment.scheme.content.Content;
import cn.dangjian.assessment.scheme.content.Indicator;
import cn.dangjian.assessment.scheme.content.Method;
import cn.dangjian.assessment.scheme.content.Module;
import cn.dangjian.assessment.scheme.content.WhenEmpty;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Tables {@code scheme_module} and {@code indicator}; of a published scheme they never change. */
@Repository
@Unscoped("the scheme was found before")
public class ContentTable {

    private static final String GIVEN = "given.";

    private final Rows rows;

    ContentTable(Rows rows) {
        this.rows = rows;
    }

    /** An indicator of a scheme, and its number. */
    public record Numbered(long id, Indicator indicator) {}

    private record ModuleRow(String code, @Nullable String above, String name, int place) {}

    private record IndicatorRow(
            int place,
            String module,
            String code,
            String name,
            Method method,
            @Nullable String measure,
            boolean below,
            int weight,
            int weightLeast,
            int weightMost,
            int cap,
            int eachFact,
            int zeroMark,
            int fullMark,
            WhenEmpty whenEmpty,
            @Nullable Integer unannounced,
            @Nullable String basis) {

        static IndicatorRow of(int place, Indicator indicator) {
            return new IndicatorRow(
                    place,
                    indicator.module(),
                    indicator.code(),
                    indicator.name(),
                    indicator.method(),
                    // what people give is a fact, too: of the indicator itself
                    indicator.measure() == null ? given(indicator.code()) : indicator.measure(),
                    indicator.below(),
                    indicator.weight().hundredths(),
                    indicator.least().hundredths(),
                    indicator.most().hundredths(),
                    indicator.limit().hundredths(),
                    indicator.each() == null ? 0 : indicator.each().hundredths(),
                    indicator.method().measures() ? indicator.zeroMark() : 0,
                    indicator.method().measures() ? indicator.fullMark() : Points.HUNDRED.hundredths(),
                    indicator.whenEmpty(),
                    indicator.unannounced(),
                    indicator.basis());
        }
    }

    /** The measure of what people give for an indicator: its numerator the points, its denominator the weight. */
    public static String given(String code) {
        return GIVEN + code;
    }

    public Content get(Scheme scheme) {
        return new Content(
                scheme.year(),
                scheme.object(),
                scheme.domain(),
                scheme.title(),
                scheme.frame(),
                new Points(scheme.ownMost()),
                new Points(scheme.additionsMost()),
                scheme.ranking(),
                scheme.audience(),
                listModules(scheme.id()),
                list(scheme.id()).stream().map(Numbered::indicator).toList());
    }

    /** In the order of the scheme. */
    public List<Numbered> list(long scheme) {
        return rows.unscoped("""
            select id, module, code, name, method, measure, below, weight, weight_least, weight_most, cap, each_fact,
                   zero_mark, full_mark, when_empty, unannounced, basis
              from indicator where scheme_id = :scheme order by place\
            """).with("scheme", scheme).list(ContentTable::indicator);
    }

    private List<Module> listModules(long scheme) {
        return rows.unscoped("select code, above, name from scheme_module where scheme_id = :scheme order by place")
                .with("scheme", scheme)
                .list(Module.class);
    }

    /** What a draft says instead of what it said. */
    void replace(long scheme, Content content) {
        rows.sql("delete from scheme_module where scheme_id = :scheme")
                .with("scheme", scheme)
                .update();
        rows.sql("delete from indicator where scheme_id = :scheme")
                .with("scheme", scheme)
                .update();
        var modules = new ArrayList<ModuleRow>();
        for (var module : content.parts())
            modules.add(new ModuleRow(module.code(), module.above(), module.name(), modules.size()));
        rows.sql("""
            insert into scheme_module (scheme_id, code, above, name, place) values (:scheme, :code, :above, :name, :place)\
            """).with("scheme", scheme).each(modules);
        var indicators = new ArrayList<IndicatorRow>();
        for (var indicator : content.indicators()) indicators.add(IndicatorRow.of(indicators.size(), indicator));
        rows.sql("""
            insert into indicator (scheme_id, place, module, code, name, method, measure, below, weight, weight_least,
                                   weight_most, cap, each_fact, zero_mark, full_mark, when_empty, unannounced, basis)
            values (:scheme, :place, :module, :code, :name, :method, :measure, :below, :weight, :weightLeast,
                    :weightMost, :cap, :eachFact, :zeroMark, :fullMark, :whenEmpty, :unannounced, :basis)\
            """).with("scheme", scheme).each(indicators);
    }

    private static Numbered indicator(ResultSet row, int number) throws SQLException {
        var method = Method.valueOf(row.getString("method"));
        var weight = new Points(row.getInt("weight"));
        int cap = row.getInt("cap");
        int each = row.getInt("each_fact");
        boolean measures = method.measures();
        String measure = row.getString("measure");
        return new Numbered(
                row.getLong("id"),
                new Indicator(
                        row.getString("module"),
                        row.getString("code"),
                        row.getString("name"),
                        method,
                        measure.startsWith(GIVEN) ? null : measure,
                        row.getBoolean("below"),
                        weight,
                        new Points(row.getInt("weight_least")),
                        new Points(row.getInt("weight_most")),
                        cap == weight.hundredths() ? null : new Points(cap),
                        each == 0 ? null : new Points(each),
                        measures ? row.getInt("zero_mark") : 0,
                        measures ? row.getInt("full_mark") : 0,
                        WhenEmpty.valueOf(row.getString("when_empty")),
                        row.getObject("unannounced", Integer.class),
                        row.getString("basis")));
    }
}
