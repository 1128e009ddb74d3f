package cn.dangjian.organization.tree.announcement;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.events.Outbox;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the house what units are now: whole states, so that the newest event of a unit is enough to know it. */
@Component
public class Announcements {

    private static final String TYPE = "organization.unit-changed.v1";

    private final PastTable past;
    private final Outbox outbox;
    private final List<UnitsMade> rooms;

    Announcements(PastTable past, Outbox outbox, List<UnitsMade> rooms) {
        this.past = past;
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
            @Nullable String linePath,
            @Nullable List<PastTable.Stay> places,
            PastTable.@Nullable Heir heir,
            PastTable.@Nullable MembersTo membersTo,
            PastTable.@Nullable Ending ending,
            PastTable.@Nullable Origin origin) {

        static UnitChanged of(Unit unit, Past past) {
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
                    unit.linePath(),
                    past.stays().get(unit.id().value()),
                    unit.isAbolished() ? past.heirs().get(unit.id().value()) : null,
                    unit.isAbolished() ? past.membersTo().get(unit.id().value()) : null,
                    unit.isAbolished() ? past.endings().get(unit.id().value()) : null,
                    past.origins().get(unit.id().value()));
        }
    }

    /** What units have been before, as far as there is anything to say. */
    record Past(
            Map<Long, List<PastTable.Stay>> stays,
            Map<Long, PastTable.Heir> heirs,
            Map<Long, PastTable.MembersTo> membersTo,
            Map<Long, PastTable.Ending> endings,
            Map<Long, PastTable.Origin> origins) {

        static final Past NONE = new Past(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
    }

    /** Tells the rooms that these units are about to become something else. */
    public void changing(List<Unit> units) {
        if (!units.isEmpty()) rooms.forEach(room -> room.making(units));
    }

    /**
     * Tells the rooms at once, and the house when the surrounding transaction commits.
     *
     * @param units touched ones that are something else now
     */
    public void changed(List<Unit> units, LocalDate day, String subject) {
        if (units.isEmpty()) return;
        tell(units, past(day), subject);
    }

    /** The same of units that nobody knew before. */
    public void established(List<Unit> units, String subject) {
        if (!units.isEmpty()) tell(units, Past.NONE, subject);
    }

    /** Tells the house once more what touched units are: of the rooms nobody has lost anything. */
    public void again(List<Unit> units, LocalDate day, String subject) {
        if (!units.isEmpty()) append(units, past(day), subject);
    }

    private Past past(LocalDate day) {
        return new Past(
                past.listStays(day),
                past.listHeirs(day),
                past.listMembersTo(day),
                past.listEndings(day),
                past.listOrigins(day));
    }

    private void tell(List<Unit> units, Past before, String subject) {
        rooms.forEach(room -> room.made(units));
        append(units, before, subject);
    }

    private void append(List<Unit> units, Past before, String subject) {
        outbox.appendAll(units.stream()
                .map(unit -> new Outbox.Entry(
                        TYPE, "unit:" + unit.id().value(), unit.version(), subject, UnitChanged.of(unit, before)))
                .toList());
    }
}
