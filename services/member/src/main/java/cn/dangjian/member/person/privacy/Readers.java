package cn.dangjian.member.person.privacy;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.RuleFile;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** File {@code rules/readers.csv}: from which posts what is sealed is shown, if a purpose is stated. */
@Component
public class Readers {

    private final List<Reader> readers =
            RuleFile.read("readers.csv").stream().map(Readers::reader).toList();

    Readers() {}

    /**
     * A post that may.
     *
     * @param duty what the post is for, as tokens name it
     */
    public record Reader(Tier tier, String duty, String source) {}

    public boolean may(Desk desk) {
        return readers.stream()
                .anyMatch(reader -> desk.isAt(reader.tier())
                        && reader.duty().equals(desk.caller().duty()));
    }

    /** All posts that may, at units above a person. */
    public List<Reader> all() {
        return readers;
    }

    private static Reader reader(NamedCsvRecord row) {
        return new Reader(Tier.valueOf(row.getField("tier")), row.getField("duty"), row.getField("source"));
    }
}
