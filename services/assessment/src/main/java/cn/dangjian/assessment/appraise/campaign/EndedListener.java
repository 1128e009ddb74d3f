package cn.dangjian.assessment.appraise.campaign;

import cn.dangjian.assessment.appraise.campaign.Campaign.State;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 承继: of a unit that ends before its vote is open the heir goes on with the report, unless it debriefs itself; then, or
 * without an heir, nobody does. A vote that is open or closed stays what it is.
 */
@Component
class EndedListener {

    private final CampaignTable campaigns;

    EndedListener(CampaignTable campaigns) {
        this.campaigns = campaigns;
    }

    /** Of {@code organization.unit-changed.v1} what is about the end. */
    record UnitChanged(
            long id,
            @Nullable LocalDate validTo,
            @Nullable MembersTo membersTo,
            @Nullable Ending ending) {

        @Nullable
        String document() {
            if (membersTo != null) return membersTo.document();
            return ending == null ? null : ending.document();
        }
    }

    /** The heir of all that a unit had: of a split, the first part. */
    record MembersTo(long unit, @Nullable String document) {}

    record Ending(@Nullable String document) {}

    @Hears(value = "organization.unit-changed.v1", order = Order.OWN)
    void on(List<Event<UnitChanged>> events) {
        for (var event : events) {
            var day = event.data().validTo();
            if (day != null) pass(event.data(), day);
        }
    }

    private void pass(UnitChanged unit, LocalDate day) {
        var heir = unit.membersTo();
        for (var left : campaigns.listLeft(unit.id())) {
            // a vote that is opened meanwhile comes first, or finds the heir
            if (campaigns.shareState(left.campaign()).compareTo(State.REPORTING) > 0) continue;
            if (heir != null && campaigns.isTaker(left.campaign(), heir.unit()))
                campaigns.pass(left.id(), heir.unit(), unit.document());
            else campaigns.end(left.id(), day, unit.document());
        }
    }
}
