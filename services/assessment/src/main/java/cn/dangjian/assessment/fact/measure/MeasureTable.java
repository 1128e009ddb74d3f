package cn.dangjian.assessment.fact.measure;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.rules.RuleFile;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Table {@code measure}; other rooms ask here what can be measured. */
@Repository
@Unscoped("what can be measured is the same for everybody")
public class MeasureTable {

    private static final String MEASURE =
            "select code, name, definition, counted_in, fact, source, kept, nature, objects from measure";

    private final Rows rows;

    MeasureTable(Rows rows) {
        this.rows = rows;
    }

    public List<Measure> list() {
        return rows.unscoped(MEASURE + " order by code").list(Measure.class);
    }

    public Optional<Measure> find(String code) {
        return rows.unscoped(MEASURE + " where code = :code").with("code", code).find(Measure.class);
    }

    /** The rows of the file take the place of what stood there, and leave what others have announced. */
    @Transactional
    @EventListener(ApplicationReadyEvent.class)
    public void write() {
        RuleFile.read("measures.csv").stream().map(MeasureTable::row).forEach(measure -> save(measure, 0));
    }

    /** Saves what was told, unless a newer version is there. */
    void save(Measure measure, long version) {
        rows.sql("""
            insert into measure (code, name, definition, counted_in, fact, source, kept, nature, objects, version)
            values (:code, :name, :definition, :countedIn, :fact, :source, :kept, :nature, :objects, :version)
            on duplicate key update
                name = if(version <= values(version), values(name), name),
                definition = if(version <= values(version), values(definition), definition),
                counted_in = if(version <= values(version), values(counted_in), counted_in),
                fact = if(version <= values(version), values(fact), fact),
                source = if(version <= values(version), values(source), source),
                kept = if(version <= values(version), values(kept), kept),
                nature = if(version <= values(version), values(nature), nature),
                objects = if(version <= values(version), values(objects), objects),
                version = greatest(version, values(version))\
            """).with(measure).with("version", version).update();
    }

    private static Measure row(NamedCsvRecord row) {
        return new Measure(
                row.getField("code"),
                row.getField("name"),
                row.getField("definition"),
                row.getField("counted_in"),
                row.getField("fact"),
                row.getField("source"),
                row.getField("kept").equals("1"),
                row.getField("nature"),
                row.getField("objects"));
    }
}
