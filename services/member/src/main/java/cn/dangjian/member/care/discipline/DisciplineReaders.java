package cn.dangjian.member.care.discipline;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.RuleFile;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** File {@code rules/discipline-readers.csv}: the posts at a county or above for which the list exists. */
@Component
class DisciplineReaders {

    private final List<Reader> readers = RuleFile.read("discipline-readers.csv").stream()
            .map(DisciplineReaders::reader)
            .toList();

    DisciplineReaders() {}

    private record Reader(Tier tier, String duty) {}

    /** Never below a county, whatever the file says. */
    boolean may(Desk desk) {
        return !desk.isBelow(Tier.COUNTY)
                && readers.stream()
                        .anyMatch(reader -> desk.isAt(reader.tier())
                                && reader.duty().equals(desk.caller().duty()));
    }

    private static Reader reader(NamedCsvRecord row) {
        return new Reader(Tier.valueOf(row.getField("tier")), row.getField("duty"));
    }
}
