package cn.dangjian.organization.people.filing;

import static cn.dangjian.organization.people.filing.FilingRefusal.NOT_TOWNSHIP;
import static cn.dangjian.organization.people.filing.FilingRefusal.OPEN;
import static cn.dangjian.organization.people.filing.FilingRefusal.UNKNOWN;
import static cn.dangjian.organization.people.filing.FilingStep.PROPOSED;

import cn.dangjian.organization.people.filing.Filing.State;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 提名: a township proposes a village's secretary to the county. */
@Service
class ProposeSecretary {

    private final FilingRepository filings;
    private final Cases<State, FilingStep> cases;

    ProposeSecretary(FilingRepository filings, CaseStore store) {
        this.filings = filings;
        this.cases = store.of(FilingStep.KIND);
    }

    record ProposalRequest(
            @NotBlank @Size(max = 100) @Stripped String name,
            @Nullable @Positive Long account) {}

    @Transactional
    Filing propose(UnitId id, ProposalRequest request, Desk desk) {
        cases.lock(id);
        var village = desk.find(id, Tier.VILLAGE).orElseThrow(UNKNOWN);
        UNKNOWN.when(desk.isAt(Tier.VILLAGE));
        NOT_TOWNSHIP.unless(desk.isAt(Tier.TOWNSHIP));
        OPEN.when(cases.isOpen(village));

        var opened = cases.open(PROPOSED, village, Said.today(desk), desk);
        filings.insert(opened.id(), request);
        return filings.find(opened.id(), desk.scope()).orElseThrow();
    }
}
