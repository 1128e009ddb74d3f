package cn.dangjian.organization.field.weak;

import static cn.dangjian.organization.field.weak.Step.LINKED;
import static cn.dangjian.organization.field.weak.WeakRefusal.LINK_DAYS_UNFIT;
import static cn.dangjian.organization.field.weak.WeakRefusal.LINK_HELD;
import static cn.dangjian.organization.field.weak.WeakRefusal.LINK_UNKNOWN;

import cn.dangjian.organization.field.weak.WeakCase.Role;
import cn.dangjian.organization.field.weak.WeakCase.State;
import cn.dangjian.organization.field.weak.WeakCaseRepository.Link;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** “4+1”包抓: the county or the township says who answers for a case, from when, until when. */
@Service
class LinkResponsible {

    private final WeakCaseRepository weak;
    private final Cases<State, Step> cases;

    LinkResponsible(WeakCaseRepository weak, CaseStore store) {
        this.weak = weak;
        this.cases = store.of(Step.KIND);
    }

    /** @param to the last day; null while it lasts */
    record LinkRequest(
            @NotNull Role role,
            @NotBlank @Size(max = 100) @Stripped String name,
            @NotBlank @Size(max = 200) @Stripped String unit,
            @NotNull LocalDate from,
            @Nullable LocalDate to) {

        boolean overlaps(Link link) {
            return link.role() == role
                    && (to == null || !link.fromDay().isAfter(to))
                    && (link.toDay() == null || !link.toDay().isBefore(from));
        }
    }

    @Transactional
    long link(long id, LinkRequest request, Desk desk) {
        var held = cases.hold(id, desk).may(LINKED, Said.today(desk), Seen.any());
        LINK_DAYS_UNFIT.when(request.to() != null && request.to().isBefore(request.from()));
        if (weak.listLinks(id).stream().anyMatch(request::overlaps))
            throw LINK_HELD.with(request.role().name());

        held.take();
        return weak.insert(id, request);
    }

    @Transactional
    long end(long id, long link, LocalDate day, Desk desk) {
        var held = cases.hold(id, desk);
        var ended = weak.listLinks(id).stream()
                .filter(one -> one.id() == link)
                .findFirst()
                .orElseThrow(LINK_UNKNOWN);
        held.may(LINKED, Said.today(desk), Seen.any());
        LINK_DAYS_UNFIT.when(day.isBefore(ended.fromDay()));
        LINK_DAYS_UNFIT.when(ended.toDay() != null && ended.toDay().isBefore(day));

        held.take();
        weak.end(link, day);
        return link;
    }
}
