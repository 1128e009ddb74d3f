package cn.dangjian.assessment.appraise.rectify;

import cn.dangjian.assessment.again.ToldAgain;
import cn.dangjian.assessment.appraise.campaign.Appraised;
import cn.dangjian.assessment.appraise.campaign.CampaignTable;
import cn.dangjian.assessment.appraise.rectify.RectificationTable.Item;
import cn.dangjian.assessment.appraise.rectify.RectificationTable.Listed;
import cn.dangjian.platform.events.Outbox;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says what a list has, when it is published, and again of what is no task yet when all is told again. */
@Component
class TellLists implements ToldAgain {

    private static final String TYPE = "assessment.rectification-listed.v1";
    private static final String SERVICE = "service:assessment";

    private final CampaignTable campaigns;
    private final RectificationTable items;
    private final Outbox outbox;

    TellLists(CampaignTable campaigns, RectificationTable items, Outbox outbox) {
        this.campaigns = campaigns;
        this.items = items;
        this.outbox = outbox;
    }

    /** The data of {@code contracts/events/rectification-listed.v1}. */
    record RectificationListed(
            long appraisal, long owner, long account, long unit, int year, String title, List<ListedItem> items) {}

    record ListedItem(long item, String problem, String measure, LocalDate due) {

        static ListedItem of(Item item) {
            return new ListedItem(item.id(), item.problem(), item.measure(), item.dueOn());
        }

        static ListedItem of(Listed item) {
            return new ListedItem(item.id(), item.problem(), item.measure(), item.dueOn());
        }
    }

    /** @param account who has published them */
    void tell(Appraised appraised, long account, List<ListedItem> some, String subject) {
        var campaign = campaigns.get(appraised.campaign());
        outbox.append(
                TYPE,
                "rectification-list:" + appraised.id(),
                // a later list has later items
                some.getLast().item(),
                subject,
                new RectificationListed(
                        campaign.id(),
                        campaign.unit().value(),
                        account,
                        appraised.unit().value(),
                        campaign.year(),
                        campaign.title(),
                        some));
    }

    @Override
    public String what() {
        return "LISTS";
    }

    @Override
    public long tellAgain(long after) {
        var unsent = items.listUnsent(after);
        if (unsent.isEmpty()) return -1;
        long id = unsent.getFirst().appraised();
        var appraised = campaigns.getAppraised(id);
        var byAccount = new LinkedHashMap<Long, List<Listed>>();
        for (var one : unsent)
            byAccount
                    .computeIfAbsent(one.account(), account -> new ArrayList<>())
                    .add(one);
        byAccount.forEach((account, some) ->
                tell(appraised, account, some.stream().map(ListedItem::of).toList(), SERVICE));
        return id;
    }
}
