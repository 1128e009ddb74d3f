package cn.dangjian.member.person.self;

import cn.dangjian.member.person.privacy.Readers;
import cn.dangjian.member.person.privacy.Reading;
import cn.dangjian.member.person.self.SelfController.OwnReading;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Repository;

/** Reads table {@code unit} for the names that a person sees: of the units above him, and of those who looked. */
@Repository
class SelfQueries {

    private final Rows rows;
    private final Readers readers;

    SelfQueries(Rows rows, Readers readers) {
        this.rows = rows;
        this.readers = readers;
    }

    private record Named(UnitId id, String name, Tier tier) {}

    /** A post from which something may be seen, at a unit. */
    record OwnReader(UnitId unit, String name, Tier tier, String duty, String source) {}

    @Unscoped("the name of a person's own unit")
    String unitName(UnitId unit) {
        return named(unit).name();
    }

    @Unscoped("the name of a unit that has looked at the person who asks")
    OwnReading own(Reading reading) {
        var unit = named(reading.unit());
        return new OwnReading(reading.what(), unit.name(), unit.tier(), reading.purpose(), reading.at());
    }

    /** The posts that may, at the person's unit and above it. */
    @Unscoped("the units above the person who asks")
    List<OwnReader> readers(UnitId own) {
        String path = rows.unscoped("select path from unit where id = :own")
                .with("own", own)
                .get(String.class);
        return rows
                .unscoped("select id, name, tier from unit where path in (:above) order by path desc")
                .with("above", above(path))
                .list(Named.class)
                .stream()
                .flatMap(unit -> readers.all().stream()
                        .filter(reader -> reader.tier() == unit.tier())
                        .map(reader ->
                                new OwnReader(unit.id(), unit.name(), unit.tier(), reader.duty(), reader.source())))
                .toList();
    }

    /** The unit itself and all above it: a path is made of the segments of each. */
    private static List<String> above(String path) {
        return IntStream.rangeClosed(1, path.length() / Unit.SEGMENT)
                .mapToObj(depth -> path.substring(0, depth * Unit.SEGMENT))
                .toList();
    }

    private Named named(UnitId unit) {
        return rows.unscoped("select id, name, tier from unit where id = :id")
                .with("id", unit)
                .get(Named.class);
    }
}
