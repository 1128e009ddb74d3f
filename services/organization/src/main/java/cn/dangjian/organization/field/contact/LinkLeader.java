package cn.dangjian.organization.field.contact;

import static cn.dangjian.organization.field.contact.ContactRefusal.DAYS_UNFIT;
import static cn.dangjian.organization.field.contact.ContactRefusal.KIND_UNFIT;
import static cn.dangjian.organization.field.contact.ContactRefusal.LEADER_UNKNOWN;
import static cn.dangjian.organization.field.contact.ContactRefusal.LINKED_ALREADY;
import static cn.dangjian.organization.field.contact.ContactRefusal.LINK_UNKNOWN;
import static cn.dangjian.organization.field.contact.ContactRefusal.NOT_YOURS;
import static cn.dangjian.organization.field.contact.ContactRefusal.UNIT_UNKNOWN;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 联点包片: an office names its officials and says which units below are whose contact points. */
@Service
class LinkLeader {

    private final ContactLeaderRepository leaders;
    private final ContactLinkRepository links;

    LinkLeader(ContactLeaderRepository leaders, ContactLinkRepository links) {
        this.leaders = leaders;
        this.links = links;
    }

    record LeaderRequest(
            @NotBlank @Size(max = 100) @Stripped String name,
            @NotBlank @Size(max = 100) @Stripped String duty,
            @Nullable @Positive Long account) {}

    /** @param to the last day; null while it lasts */
    record LinkRequest(
            @Positive long leader,
            @NotNull UnitId unit,
            @NotNull Kind kind,
            @NotNull LocalDate from,
            @Nullable LocalDate to) {}

    @Transactional
    long name(LeaderRequest request, Desk desk) {
        return leaders.insert(request, desk);
    }

    @Transactional
    long link(LinkRequest request, Desk desk) {
        var leader = leaders.find(request.leader(), desk.scope()).orElseThrow(LEADER_UNKNOWN);
        LEADER_UNKNOWN.unless(desk.isOf(leader.unitId()));
        var unit = desk.find(request.unit()).orElseThrow(UNIT_UNKNOWN);
        KIND_UNFIT.when(desk.isOf(unit.id()) || !request.kind().fits(unit.tier()));
        DAYS_UNFIT.when(request.to() != null && request.to().isBefore(request.from()));
        LINKED_ALREADY.when(links.overlaps(request));

        return links.insert(request);
    }

    @Transactional
    void end(long id, LocalDate day, Seen seen, Desk desk) {
        var link = links.find(id, desk.scope()).orElseThrow(LINK_UNKNOWN);
        NOT_YOURS.unless(desk.isOf(link.office()));
        seen.require(link.version());
        boolean later = link.to() != null && link.to().isBefore(day);
        DAYS_UNFIT.when(later || day.isBefore(link.from()));

        links.end(link, day);
    }
}
