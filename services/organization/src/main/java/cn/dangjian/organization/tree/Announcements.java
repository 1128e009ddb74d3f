package cn.dangjian.organization.tree;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.events.Outbox;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the house what units are now: whole states, so that the newest event of a unit is enough to know it. */
@Component
public class Announcements {

    private static final String TYPE = "organization.unit-changed.v1";

    private final Outbox outbox;
    private final List<UnitsMade> rooms;

    Announcements(Outbox outbox, List<UnitsMade> rooms) {
        this.outbox = outbox;
        this.rooms = rooms;
    }

    /** The data of {@code contracts/events/unit-changed.v1}. */
    record UnitChanged(
            long id,
            @Nullable Long parentId,
            String code,
            String name,
            Tier tier,
            String kind,
            String domain,
            String path,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String linePath) {

        static UnitChanged of(Unit unit) {
            return new UnitChanged(
                    unit.id().value(),
                    unit.parentId(),
                    unit.code(),
                    unit.name(),
                    unit.tier(),
                    unit.kind(),
                    unit.domain(),
                    unit.path(),
                    unit.validFrom(),
                    unit.validTo(),
                    unit.linePath());
        }
    }

    /** Tells the rooms that these units are about to become something else. */
    void changing(List<Unit> units) {
        if (!units.isEmpty()) rooms.forEach(room -> room.making(units));
    }

    /** Tells the rooms at once, and the house when the surrounding transaction commits. */
    public void changed(List<Unit> units, String subject) {
        if (units.isEmpty()) return;
        rooms.forEach(room -> room.made(units));
        outbox.appendAll(units.stream()
                .map(unit -> new Outbox.Entry(
                        TYPE, "unit:" + unit.id().value(), unit.version(), subject, UnitChanged.of(unit)))
                .toList());
    }
}
