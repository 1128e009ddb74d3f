package cn.dangjian.identity.post;

import cn.dangjian.identity.post.KeepOffices.UnitState;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitObserver;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Hears of {@code organization.unit-changed.v1} together with the directory of units: an import brings thousands of
 * units in a poll, and what was repeated or came too late is already left out. Nobody is at a heading of the division
 * codes: it has no office, and whoever had a post there has none.
 */
@Component
class OfficeKeeper implements UnitObserver {

    private final KeepOffices keepOffices;
    private final OfficeSettings settings;
    private final Clock clock;

    OfficeKeeper(KeepOffices keepOffices, OfficeSettings settings, Clock clock) {
        this.keepOffices = keepOffices;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void unitsChanged(List<Change> changes) {
        var today = LocalDate.ofInstant(clock.instant(), Post.CHINA);
        keepOffices.keep(
                changes.stream().map(change -> state(change.after(), today)).toList());
    }

    private UnitState state(Unit unit, LocalDate today) {
        boolean gone =
                unit.isHeading() || (unit.validTo() != null && !unit.validTo().isAfter(today));
        return new UnitState(unit.id().value(), unit.code(), unit.name(), gone, settings.hasOffice(unit.tier()));
    }
}
